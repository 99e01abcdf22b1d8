// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that make a folder a model of one engine. Found by {@link java.util.ServiceLoader}, in
 * the package of the engine.
 */
public interface ModelLayout {
  /** The engine that loads such models. */
  String engine();

  /** Name of the engine in messages, as in "no Vosk model". */
  String title();

  /** What the folder lacks to be a model, or empty if it is one. Looks at a few bytes only. */
  Optional<String> lacks(Path folder);
}
