// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.Digests;
import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.ModelSource;
import io.beamscribe.speech.models.convert.Converters;
import io.beamscribe.speech.models.convert.ModelConverter;
import io.beamscribe.speech.models.convert.ModelLayouts;
import io.beamscribe.speech.models.fetch.Unpacker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's own models: a folder, an archive, or the address of an archive. Archives are unpacked
 * once into the store. A folder is used as it is or, if its engine reads a converted model better,
 * through a stored copy that links to it and replaces only what is converted; the folder itself is
 * never written.
 */
final class UserModels {
  private final LocalModels shelf;
  private final ModelInstaller puller;
  private final ModelListener listener;
  private final DigestCache digests;

  UserModels(LocalModels shelf, ModelInstaller puller, ModelListener listener) {
    this.shelf = shelf;
    this.puller = puller;
    this.listener = listener;
    this.digests = new DigestCache(shelf.root().resolve(".digests"));
  }

  Model open(String name, String locale) throws ModelException {
    if (Addresses.hasScheme(name)) {
      return address(name, locale);
    }
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        return folder(path.toRealPath(), locale);
      }
      if (Files.isRegularFile(path)) {
        return archive(path.toRealPath(), locale);
      }
    } catch (InvalidPathException e) {
      // not a path: reported below
    } catch (IOException e) {
      throw new ModelException("The model " + name + " cannot be read.", e);
    }
    throw new ModelException(
        "No model is called "
            + name
            + ": it is neither an id of the catalogue (see models list) nor a folder or archive.");
  }

  private Model address(String name, String locale) throws ModelException {
    String shown = Addresses.withoutSecrets(name);
    URI uri;
    try {
      uri = URI.create(name);
    } catch (IllegalArgumentException e) {
      throw new ModelException(shown + " is no valid address.", e);
    }
    ArchiveFormat format = format(shown);
    String fragment = uri.getFragment() == null ? "" : uri.getFragment();
    String sha256 = fragment.startsWith("sha256=") ? fragment.substring(7) : null;
    ModelSource.Single source = source(name.replaceFirst("#.*$", ""), format, sha256);
    if (!puller.accepts(source)) {
      throw new ModelException(
          "The model " + shown + " cannot be fetched: only https and object storage can.");
    }
    return stored(
        "url-" + Digests.sha256(name).substring(0, 16),
        shown,
        0,
        locale,
        (work, content) -> puller.fetch(Addresses.lastPart(shown), source, 0, work, content));
  }

  private Model archive(Path file, String locale) throws ModelException, IOException {
    ModelSource.Single source = source(file.toString(), format(file.toString()), null);
    String sha256 = digests.of(file, Map.of("archive", file));
    return stored(
        "archive-" + sha256.substring(0, 16),
        file.toString(),
        Files.size(file),
        locale,
        (work, content) -> {
          Unpacker.unpack(file, source, content);
          return sha256;
        });
  }

  private static ModelSource.Single source(
      String address, ArchiveFormat format, @Nullable String sha256) {
    return new ModelSource.Url(address, format, null, List.of(), sha256, null);
  }

  private static ArchiveFormat format(String shown) throws ModelException {
    return ArchiveFormat.ofName(shown)
        .orElseThrow(
            () ->
                new ModelException(
                    "The model " + shown + " is neither a folder nor a .zip or .tar.gz archive."));
  }

  /** Fills {@code content} from an archive, and returns the archive's sha256. */
  private interface Archive {
    String unpack(Path work, Path content) throws IOException, ModelException, InterruptedException;
  }

  private Model stored(String key, String shown, long size, String locale, Archive archive)
      throws ModelException {
    LocalModels.Recipe recipe =
        (work, model) -> {
          Path content = Files.createDirectory(work.resolve("content"));
          try {
            String sha256 = archive.unpack(work, content);
            Optional<Path> whole = ModelLayouts.search(content);
            Path found =
                whole.isPresent() ? whole.get() : ModelPackage.search(content).orElse(content);
            Optional<Manifest> custom = described(found);
            if (custom.isPresent()) {
              ModelInstaller.moveInto(found, model);
              return custom.get().origin().withSha256(sha256);
            }
            String engine =
                ModelLayouts.of(found).orElseThrow(() -> ModelLayouts.refusal(found)).engine();
            List<String> converters = Converters.runAll(engine, found);
            ModelInstaller.moveInto(found, model);
            return origin(shown, engine, sha256, locale, converters);
          } catch (ModelException e) {
            throw unusable("model " + shown, e);
          }
        };
    return shelf.get(key, Origin::current, 4 * size, recipe, listener).model("it was named");
  }

  /** What a package in an archive says about a model, checked; empty if it is no package. */
  private static Optional<Manifest> described(Path model) throws ModelException, IOException {
    Path folder = model.getParent();
    if (folder == null || !model.endsWith(ModelPackage.MODEL)) {
      return Optional.empty();
    }
    Optional<Manifest> manifest = ModelPackage.manifest(folder);
    List<String> defects = manifest.isEmpty() ? List.of() : manifest.get().defects(model);
    if (!defects.isEmpty()) {
      throw new ModelException("it is damaged: " + defects.get(0).replaceFirst("\\.$", ""));
    }
    return manifest;
  }

  private Model folder(Path folder, String locale) throws ModelException, IOException {
    Optional<Model> custom = ModelPackage.open(folder, digests);
    if (custom.isPresent()) {
      new NamedFolders(shelf.root()).add(folder);
      return custom.get();
    }
    String engine =
        ModelLayouts.of(folder)
            .orElseThrow(() -> unusable("folder " + folder, ModelLayouts.refusal(folder)))
            .engine();
    Map<String, Path> files = Manifest.files(folder);
    String digest = digests.of(folder, files);
    String shown = folder.toString();
    List<ModelConverter> converters = Converters.applying(engine, folder);
    Model unconverted = asItIs(origin(shown, engine, null, locale, List.of()), folder, digest);
    if (converters.isEmpty()) {
      return unconverted;
    }
    String key = "folder-" + Digests.sha256(folder + "\0" + digest).substring(0, 16);
    LocalModels.Recipe recipe =
        (work, model) -> {
          for (Map.Entry<String, Path> file : files.entrySet()) {
            Path link = model.resolve(file.getKey());
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, file.getValue());
          }
          try {
            List<String> ran = Converters.runAll(engine, model);
            return origin(shown, engine, null, locale, ran);
          } catch (ModelException e) {
            throw unusable("folder " + folder, e);
          }
        };
    try {
      return shelf.get(key, Origin::current, size(files), recipe, listener).model("it was named");
    } catch (ModelException e) {
      if (converters.stream().anyMatch(ModelConverter::required)) {
        throw e;
      }
      listener.say(e.getMessage() + " The folder is used as it is, which is a little slower.");
      return unconverted;
    }
  }

  private static ModelException unusable(String what, ModelException why) {
    return new ModelException("The " + what + " cannot be used: " + why.getMessage() + ".", why);
  }

  private static Model asItIs(Origin origin, Path folder, String digest) {
    return new Model(
        origin.id(),
        origin.engine(),
        origin.locales(),
        folder,
        digest,
        origin.licence(),
        "it was named");
  }

  private static long size(Map<String, Path> files) throws IOException {
    long sum = 0;
    for (Path file : files.values()) {
      sum += Files.size(file);
    }
    return sum;
  }

  private static Origin origin(
      String shown,
      String engine,
      @Nullable String sha256,
      String locale,
      List<String> converters) {
    return new Origin(
        Addresses.lastPart(shown),
        engine,
        List.of(locale),
        Licence.UNKNOWN,
        shown,
        sha256,
        converters);
  }
}
