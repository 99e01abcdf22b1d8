package io.beamscribe.speech.models.convert;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Rewrites a model into what its engine reads better, once, when it is put into the store. Found by
 * {@link java.util.ServiceLoader}. The same input gives the same bytes on every machine.
 */
public interface ModelConverter {
  /** Name in the catalogue; another one once the same input gives other bytes. */
  String name();

  /** The engine whose models it understands. */
  String engine();

  /** Whether there is something to rewrite; looks at a few bytes only. */
  boolean applies(Path folder);

  /** Whether the engine cannot read a model before this; otherwise it only reads it slower. */
  boolean required();

  /**
   * Rewrites files of the folder: each is replaced by a new file, never written in place, as it may
   * be a link to somebody's own.
   *
   * @throws ModelException where a required converter does not understand the model; a sentence
   *     without its full stop, fit to stand after a colon
   */
  void convert(Path folder) throws IOException, ModelException;
}
