// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * Which engine to load, and how. Equal specs share one engine in a JVM.
 *
 * @param engine name of the engine, such as {@code vosk}
 * @param folder local folder of the model
 * @param digest identity of the model's content
 */
public record EngineSpec(String engine, String folder, String digest, Isolation isolation)
    implements Serializable {
  /** A copy with its model in another folder. */
  public EngineSpec in(String place) {
    return new EngineSpec(engine, place, digest, isolation);
  }

  public Path path() {
    return Path.of(folder);
  }
}
