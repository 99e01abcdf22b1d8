// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.ModelListing;
import io.beamscribe.speech.models.Verification;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.fetch.HttpFetcher;
import io.beamscribe.speech.models.fetch.ModelFetcher;
import io.beamscribe.speech.models.fetch.PipFetcher;
import io.beamscribe.speech.models.fetch.RemoteFetcher;
import io.beamscribe.speech.models.fetch.RemoteFiles;
import io.beamscribe.speech.temporary.CacheFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models on this machine. Thread-safe, also across processes: a model is stored completely or
 * not at all, and if several want the same one, one downloads it.
 *
 * <p>Methods return a real model or throw a {@link ModelException} with a message for the user.
 */
public final class ModelStore {
  private final Catalogue catalogue;
  private final ModelListener listener;
  private final LocalModels shelf;
  private final ModelInstaller puller;
  private final UserModels own;
  private final Optional<SharedModels> shared;

  /**
   * A store in a folder, which need not exist yet.
   *
   * @param listener receives progress and messages for users
   */
  public ModelStore(Catalogue catalogue, Path root, ModelListener listener) {
    this(catalogue, root, listener, RemoteFiles.NONE, Optional.empty());
  }

  /**
   * A store that also uses storage beyond this machine.
   *
   * @param remote storage in which archives may be as well
   * @param shared models of other machines, which are copied rather than downloaded elsewhere
   */
  public ModelStore(
      Catalogue catalogue,
      Path root,
      ModelListener listener,
      RemoteFiles remote,
      Optional<SharedModels> shared) {
    this(
        catalogue,
        root,
        listener,
        List.of(new HttpFetcher(), new PipFetcher(), new RemoteFetcher(remote)),
        shared);
  }

  ModelStore(Catalogue catalogue, Path root, ModelListener listener, List<ModelFetcher> fetchers) {
    this(catalogue, root, listener, fetchers, Optional.empty());
  }

  private ModelStore(
      Catalogue catalogue,
      Path root,
      ModelListener listener,
      List<ModelFetcher> fetchers,
      Optional<SharedModels> shared) {
    this.catalogue = catalogue;
    this.listener = listener;
    this.shelf = new LocalModels(root);
    this.puller = new ModelInstaller(shelf, fetchers, listener, shared);
    this.shared = shared;
    this.own = new UserModels(shelf, puller, listener);
  }

  /**
   * {@code $BEAMSCRIBE_MODELS} if that is a folder, otherwise {@code models} in the {@link
   * CacheFolder}.
   *
   * @throws UncheckedIOException if that cannot be used
   */
  public static Path defaultRoot() {
    String set = System.getenv("BEAMSCRIBE_MODELS");
    if (set != null && !set.isBlank() && !Addresses.hasScheme(set)) {
      return Path.of(set);
    }
    try {
      return CacheFolder.find().resolve("models");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the model to use, downloaded if necessary.
   *
   * @param model model that the user named: an id of the catalogue, a folder, an archive (zip,
   *     tar.gz) or its https address; or null for the first available model of the locale
   * @param locale BCP 47, such as {@code ko-KR}
   */
  public Model resolve(String model, String locale) throws ModelException {
    return whole(found(model, locale), locale);
  }

  /** A custom model that points to another, with the files of that one; any other as it is. */
  private Model whole(Model model, String locale) throws ModelException {
    try {
      Optional<BaseReference> reference = BaseReference.in(model.folder());
      if (reference.isEmpty()) {
        return model;
      }
      Model base = found(reference.get().id(), locale);
      if (!base.digest().equals(reference.get().digest())) {
        throw new ModelException(
            model.id()
                + " was made of another version of "
                + base.id()
                + " than there is now; adapt it again.");
      }
      return WholeModels.of(shelf, model, base, listener).because(model.reason());
    } catch (IOException e) {
      throw new ModelException("The model " + model.id() + " cannot be read.", e);
    }
  }

  private Model found(String model, String locale) throws ModelException {
    if (model == null || model.isBlank()) {
      return choose(locale);
    }
    Optional<CatalogueEntry> entry = catalogue.find(model);
    if (entry.isEmpty()) {
      Optional<Model> kept = kept(model);
      return kept.isPresent() ? kept.get() : own.open(model, locale);
    }
    if (!entry.get().locales().isEmpty() && !Catalogue.sameLanguage(entry.get(), locale)) {
      listener.say(
          model
              + " is a model for "
              + Model.languages(entry.get().locales())
              + ", not "
              + locale
              + ".");
    }
    return puller.pull(entry.get()).model("it was asked for by name");
  }

  /** Whether a custom model of a name is in the store, so that the name alone says which it is. */
  public boolean keeps(String name) {
    return kept(name).isPresent();
  }

  /** A custom model that was put into the store under its name; a path of that name comes first. */
  private Optional<Model> kept(String name) {
    return name.matches("[\\w.-]*\\w") && Files.notExists(Path.of(name))
        ? shelf.find(name, origin -> true).map(slot -> slot.model("it was asked for by name"))
        : Optional.empty();
  }

  private Model choose(String locale) throws ModelException {
    Map<String, String> passedOver = new LinkedHashMap<>();
    List<CatalogueEntry> entries = catalogue.forLocale(locale);
    for (CatalogueEntry entry : entries) {
      if (entry.licence().restrictive()) {
        passedOver.put(
            entry.id(), entry.id() + " is only used by name: " + entry.licence().notice().get());
        continue;
      }
      try {
        boolean made = Catalogue.exact(entries.get(0), locale);
        return puller.pull(entry).model(reason(entry, locale, made, passedOver));
      } catch (ModelException e) {
        passedOver.put(entry.id(), e.getMessage().replaceFirst("\\.$", ""));
      }
    }
    throw new ModelException(
        passedOver.isEmpty()
            ? "No model is known for " + locale + "; name one with --model, or see models list."
            : "No model for "
                + locale
                + " is available: "
                + String.join("; ", passedOver.values())
                + ".");
  }

  /**
   * @param made whether any model is made for this very locale
   * @param passedOver why others were skipped, by id
   */
  private static String reason(
      CatalogueEntry entry, String locale, boolean made, Map<String, String> passedOver) {
    String why =
        Catalogue.exact(entry, locale)
            ? "it is the catalogue's choice for " + locale
            : made
                ? "it covers the language of " + locale
                : "none is made for " + locale + ", and this one is for the same language";
    return passedOver.isEmpty() ? why : why + " (" + shortened(passedOver) + ")";
  }

  /** Lists two in full, of more only the first: an unreachable host has many models. */
  private static String shortened(Map<String, String> passedOver) {
    if (passedOver.size() <= 2) {
      return String.join("; ", passedOver.values());
    }
    List<String> ids = new ArrayList<>(passedOver.keySet());
    return passedOver.get(ids.get(0))
        + "; also skipped: "
        + String.join(", ", ids.subList(1, ids.size()));
  }

  /** Downloads a model of the catalogue into the store, unless it is there. */
  public Model pull(String id) throws ModelException {
    return puller.pull(known(id)).model("it was asked for by name");
  }

  /**
   * Copies a model of this machine into a folder that can be the store of another, or a part of it.
   *
   * @param folder may hold other models; one of the same id must not be in it
   */
  public void export(Model model, Path folder) throws IOException {
    Path place = Files.createDirectories(folder.resolve(model.id()));
    Path content = Files.createDirectory(ModelPackage.content(place));
    for (Map.Entry<String, Path> file : Manifest.files(model.folder()).entrySet()) {
      Path copy = content.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(file.getValue(), copy);
    }
    Manifest manifest =
        LocalModels.manifest(model.folder()).orElseGet(() -> Manifest.described(model));
    manifest.write(place.resolve(ModelPackage.MANIFEST));
  }

  /** Copies a model of this machine to the shared store, if machines share models. */
  public void share(Model model) throws ModelException {
    if (shared.isPresent()) {
      shared.get().offer(model);
    }
  }

  /**
   * Verifies every byte of every stored model against its manifest; a damaged one is downloaded
   * again once its folder is deleted, or at the next use if a size is wrong.
   */
  public List<Verification> verify() throws ModelException {
    List<Verification> found = new ArrayList<>();
    for (String key : shelf.keys()) {
      found.add(shelf.verify(key));
    }
    return found;
  }

  /** The models of the catalogue in its order, then other stored ones. */
  public List<ModelListing> list() throws ModelException {
    List<ModelListing> lines = new ArrayList<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      Optional<LocalModels.Slot> slot = shelf.find(entry.id(), origin -> origin.matches(entry));
      lines.add(
          new ModelListing(
              entry.id(),
              entry.engine(),
              entry.locales(),
              slot.isPresent(),
              slot.map(each -> each.manifest().size()).orElse(entry.size()),
              entry.licence(),
              entry.errorRates(),
              entry.checked()));
    }
    for (String key : shelf.keys()) {
      if (catalogue.find(key).isEmpty() && !WholeModels.is(key)) {
        shelf
            .find(key, origin -> true)
            .ifPresent(slot -> lines.add(other(slot.manifest().origin().id(), slot)));
      }
    }
    for (Path folder : new NamedFolders(shelf.root()).all()) {
      ModelPackage.manifest(folder)
          .map(manifest -> new LocalModels.Slot(ModelPackage.content(folder), manifest))
          .ifPresent(slot -> lines.add(other(folder.toString(), slot)));
    }
    return lines;
  }

  /** Remembers a custom model that was made on this machine, for {@link #list}. */
  public void remember(Path folder) {
    new NamedFolders(shelf.root()).add(folder.toAbsolutePath().normalize());
  }

  private static ModelListing other(String name, LocalModels.Slot slot) {
    Origin origin = slot.manifest().origin();
    return new ModelListing(
        name,
        origin.engine(),
        origin.locales(),
        true,
        slot.manifest().size(),
        origin.licence(),
        List.of(),
        false);
  }

  /** The folder of a stored model; downloads nothing. */
  public Path path(String id) throws ModelException {
    CatalogueEntry entry = known(id);
    return shelf
        .find(id, origin -> origin.matches(entry))
        .orElseThrow(
            () -> new ModelException(id + " is not pulled yet: models pull " + id + " gets it."))
        .folder();
  }

  private CatalogueEntry known(String id) throws ModelException {
    return catalogue
        .find(id)
        .orElseThrow(() -> new ModelException("No model is called " + id + "; see models list."));
  }
}
