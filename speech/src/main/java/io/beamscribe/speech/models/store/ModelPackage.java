// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A custom model as a folder that describes itself, and can be used wherever a model can be named:
 *
 * <pre>
 * manifest.json   what it is, its licence, and the checksum of each file
 * model/...       what the engine loads
 * </pre>
 *
 * <p>The content may be what is added to another model only, to which it then points.
 *
 * <p>Other files beside these are for people. Stored models have the same layout.
 */
public final class ModelPackage {
  static final String MANIFEST = "manifest.json";
  static final String MODEL = "model";
  private static final int DEEPEST = 3;

  private ModelPackage() {}

  /** Where the model of a package is filled in before it is {@link #seal sealed}. */
  public static Path content(Path folder) {
    return folder.resolve(MODEL);
  }

  /**
   * Gives the content of a package what it has in common with another model: a reference, if that
   * can be had by its name on any machine, or else a copy of its files.
   *
   * @param base a whole model
   */
  public static void putOn(Model base, Path folder) throws IOException {
    Path content = Files.createDirectories(content(folder));
    Path place = base.folder().getParent();
    if (place != null
        && place.endsWith(base.id())
        && LocalModels.manifest(base.folder()).isPresent()) {
      BaseReference.write(content, base);
      return;
    }
    Manifest.each(base.folder(), content, Files::copy);
  }

  /**
   * Describes a package whose content is complete.
   *
   * @param id name of the model, for lists and results
   * @param source how it was made, as a few words
   * @return the model
   */
  public static Model seal(
      Path folder, String id, String engine, List<String> locales, Licence licence, String source)
      throws IOException {
    Origin origin = new Origin(id, engine, locales, licence, source, null, List.of());
    Manifest manifest = Manifest.of(origin, content(folder));
    manifest.write(folder.resolve(MANIFEST));
    return new LocalModels.Slot(content(folder), manifest).model("it was made");
  }

  /** The content of a package in or not far below a folder, whether or not an engine loads it. */
  static Optional<Path> search(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(each -> each.endsWith(MODEL) && Files.isDirectory(each))
          .filter(each -> Files.isRegularFile(each.resolveSibling(MANIFEST)))
          .min(Comparator.comparing(Path::getNameCount).thenComparing(path -> path));
    }
  }

  /** The description of a folder; empty if it is no package. */
  static Optional<Manifest> manifest(Path folder) throws ModelException {
    if (!Files.isRegularFile(folder.resolve(MANIFEST)) || !Files.isDirectory(content(folder))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Manifest.read(folder.resolve(MANIFEST)));
    } catch (IOException e) {
      throw new ModelException("The manifest of the model " + folder + " cannot be read.", e);
    }
  }

  /** The model of a package; empty if the folder is none. */
  static Optional<Model> open(Path folder, DigestCache digests) throws ModelException, IOException {
    Optional<Manifest> found = manifest(folder);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = found.get();
    Path content = content(folder);
    boolean same =
        manifest.complete(content)
            && digests.of(content, Manifest.files(content)).equals(manifest.digest());
    if (!same) {
      List<String> defects = manifest.defects(content);
      throw new ModelException(
          "The model "
              + folder
              + " is not as it was made: "
              + (defects.isEmpty() ? "its manifest has changed." : String.join(" ", defects)));
    }
    return Optional.of(new LocalModels.Slot(content, manifest).model("it was named"));
  }
}
