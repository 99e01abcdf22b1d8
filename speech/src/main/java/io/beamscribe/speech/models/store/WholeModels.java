// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Custom models that point to another, stored with the files of both in one folder, as engines load
 * them. Files of the base are linked, and take no more room.
 */
final class WholeModels {
  private static final String BEGINNING = "whole-";

  private WholeModels() {}

  /** Whether a stored model is one of these. */
  static boolean is(String key) {
    return key.startsWith(BEGINNING);
  }

  /**
   * The whole of a model.
   *
   * @param own what points to the base, and adds to it
   */
  static Model of(LocalModels shelf, Model own, Model base, ModelListener listener)
      throws ModelException {
    Origin origin =
        new Origin(
            own.id(),
            own.engine(),
            own.locales(),
            own.licence(),
            "adapted from " + base.id(),
            own.digest(),
            List.of());
    LocalModels.Recipe recipe =
        (work, whole) -> {
          Manifest.each(base.folder(), whole, WholeModels::link);
          Path reference = whole.resolve(BaseReference.FILE);
          Manifest.each(
              own.folder(),
              whole,
              (file, place) -> {
                if (!place.equals(reference)) {
                  Files.copy(file, place);
                }
              });
          return origin;
        };
    String key = BEGINNING + own.digest().substring(0, 16);
    return shelf.get(key, origin::equals, 0, recipe, listener).model("it was named");
  }

  /** Not a symbolic link: the base may be pulled anew meanwhile. */
  private static void link(Path file, Path place) throws IOException {
    try {
      Files.createLink(place, file.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, place);
    }
  }
}
