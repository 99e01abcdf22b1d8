// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Rewrites a model once, when it is put into the store, into a form that its engine reads better.
 * Found by {@link java.util.ServiceLoader}. The same input gives the same bytes on every machine.
 */
public interface ModelConverter {
  /** Name in the catalogue; it changes whenever the same input gives other bytes. */
  String name();

  /** The engine whose models it understands. */
  String engine();

  /** Whether there is something to rewrite; looks at a few bytes only. */
  boolean applies(Path folder);

  /** Whether the engine needs this conversion; otherwise it only runs slower without it. */
  boolean required();

  /**
   * Rewrites files of the folder: each is replaced by a new file, never written in place, as it may
   * be a link to somebody's own.
   *
   * @throws ModelException if a required converter does not support the model; a sentence without
   *     its full stop, to follow a colon
   */
  void convert(Path folder) throws IOException, ModelException;
}
