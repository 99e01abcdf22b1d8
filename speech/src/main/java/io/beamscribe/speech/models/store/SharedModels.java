// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Digests;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.fetch.RemoteFiles;
import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Models in storage that machines share, so that one of them fetches and converts, and the others
 * copy:
 *
 * <pre> files/SHA256 files, by their content models/KEY.json, DIGEST.json manifests, by what a
 * model is called and by its content </pre>
 *
 * <p>Nothing there is ever changed except the meaning of a name, and a manifest is written after
 * its files: a process that dies halfway leaves unreferenced files. Thread-safe.
 */
public final class SharedModels {
  private final String address;
  private final RemoteFiles remote;
  private final ModelListener listener;

  /**
   * @param address of a folder in the storage
   */
  public SharedModels(String address, RemoteFiles remote, ModelListener listener) {
    this.address = address.replaceFirst("/+$", "");
    this.remote = remote;
    this.listener = listener;
  }

  /** Uploads a model of this machine, unless it is there. */
  public void offer(Model model) throws ModelException {
    try {
      if (manifest(model.digest()).isPresent()) {
        return;
      }
      listener.say("Putting " + model.id() + " into " + address + " for the workers.");
      Manifest manifest =
          LocalModels.manifest(model.folder()).orElseGet(() -> Manifest.described(model));
      for (Manifest.Entry file : manifest.files()) {
        remote.write(file(file), model.folder().resolve(file.name()));
      }
      try (TemporaryFolder folder = TemporaryFolder.create("manifest")) {
        Path json = folder.path().resolve("manifest.json");
        manifest.write(json);
        remote.write(named(model.id()), json);
        remote.write(named(model.digest()), json);
      }
    } catch (IOException e) {
      throw new ModelException(
          "The model %s cannot be put into %s (%s).".formatted(model.id(), address, e.getMessage()),
          e);
    }
  }

  /**
   * A folder of this machine with a model: the one where the other machine has it, if it is the
   * same here; otherwise a copy in this machine's own store, made once.
   *
   * @param root of that store
   * @param digest as {@link Model#digest}
   */
  public Path here(Path folder, String digest, Path root) throws ModelException {
    boolean same =
        Files.isDirectory(folder)
            && LocalModels.manifest(folder)
                .map(manifest -> manifest.digest().equals(digest) && manifest.complete(folder))
                .orElse(true);
    if (same) {
      return folder;
    }
    LocalModels.Recipe recipe =
        (work, model) ->
            fill(digest, manifest -> manifest.digest().equals(digest), model)
                .orElseThrow(
                    () ->
                        new ModelException(
                            "The model of digest %s is neither in %s nor in %s."
                                .formatted(digest, folder, address)));
    return new LocalModels(root)
        .get("shared-" + digest.substring(0, 16), origin -> true, 0, recipe, listener)
        .folder();
  }

  /**
   * Fills a folder with a model, checking each file.
   *
   * @param name its name or its digest
   * @param meant whether a manifest is of the model that is meant
   * @return empty if that is not there
   */
  Optional<Origin> fill(String name, Predicate<Manifest> meant, Path folder)
      throws IOException, ModelException {
    Optional<Manifest> found = manifest(name).filter(meant);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = found.get();
    if (!Manifest.digest(manifest.files()).equals(manifest.digest())) {
      throw new ModelException("the manifest of " + name + " in " + address + " has changed");
    }
    long sum = 0;
    for (Manifest.Entry entry : manifest.files()) {
      copy(entry, folder);
      sum += entry.size();
      listener.progress(manifest.origin().id(), sum, manifest.size());
    }
    return Optional.of(manifest.origin());
  }

  private void copy(Manifest.Entry entry, Path folder) throws IOException, ModelException {
    Path target = folder.resolve(entry.name()).normalize();
    if (!target.startsWith(folder)) {
      throw new ModelException("the file " + entry.name() + " lies outside of its model");
    }
    Files.createDirectories(target.getParent());
    try (InputStream in =
        remote
            .open(file(entry))
            .orElseThrow(() -> new ModelException(entry.name() + " is not in " + address))) {
      Files.copy(in, target);
    }
    Digests.check(entry.sha256(), Digests.sha256(target));
  }

  private Optional<Manifest> manifest(String name) throws IOException {
    Optional<InputStream> json = remote.open(named(name));
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = json.get()) {
      return Optional.of(Manifest.read(in));
    }
  }

  private String named(String name) {
    return address + "/models/" + name + ".json";
  }

  private String file(Manifest.Entry entry) {
    return address + "/files/" + entry.sha256();
  }
}
