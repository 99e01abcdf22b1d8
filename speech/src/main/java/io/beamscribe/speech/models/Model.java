// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import java.nio.file.Path;
import java.util.List;

/**
 * A model that is ready on this machine.
 *
 * @param id of the catalogue, or the last part of the path or address that the user gave
 * @param engine name of the engine that loads it
 * @param locales that it recognises
 * @param folder to load from; not to be changed
 * @param digest identity of the content that recognition uses, 64 hex digits: the same for equal
 *     content, wherever it is stored and whatever its source
 * @param reason why it was chosen, as part of a sentence
 */
public record Model(
    String id,
    String engine,
    List<String> locales,
    Path folder,
    String digest,
    Licence licence,
    String reason) {
  private static final int MOST_NAMED = 4;

  public Model {
    locales = List.copyOf(locales);
  }

  /** The languages of a model, for people: only their number if there are many. */
  public static String languages(List<String> locales) {
    return locales.size() > MOST_NAMED ? locales.size() + " languages" : String.join(", ", locales);
  }

  /** A copy with another reason. */
  public Model because(String why) {
    return new Model(id, engine, locales, folder, digest, licence, why);
  }
}
