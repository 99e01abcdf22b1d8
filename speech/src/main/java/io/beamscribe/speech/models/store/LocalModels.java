// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.DiskSpace;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that stored models stand in, each under a key with its manifest beside it:
 *
 * <pre>
 * KEY/manifest.json, KEY/model/...   whole models, put there by one rename
 * .tmp/KEY/...                       one that is being made
 * .locks/KEY                         who makes it
 * </pre>
 */
final class LocalModels {
  private static final Logger LOG = LoggerFactory.getLogger(LocalModels.class);
  private static final String MANIFEST = "manifest.json";
  private static final String MODEL = "model";

  private final Path root;

  LocalModels(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  /** A stored model. */
  record Slot(Path folder, Manifest manifest) {
    Model model(String reason) {
      Origin origin = manifest.origin();
      return new Model(
          origin.id(),
          origin.engine(),
          origin.locales(),
          folder,
          manifest.digest(),
          origin.licence(),
          reason);
    }
  }

  /** Fills a folder with a model. */
  interface Recipe {
    /**
     * Makes the model.
     *
     * @param work empty folder for whatever is needed on the way
     * @param model empty folder for the model
     */
    Origin make(Path work, Path model) throws IOException, ModelException, InterruptedException;
  }

  /** The manifest beside the folder of a stored model; empty beside any other. */
  static Optional<Manifest> manifest(Path folder) {
    try {
      return Optional.of(Manifest.read(folder.resolveSibling(MANIFEST)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The model of a key; empty if it is missing, incomplete, or not the one that is meant. */
  Optional<Slot> find(String key, Predicate<Origin> meant) {
    Path folder = root.resolve(key).resolve(MODEL);
    try {
      Manifest manifest = Manifest.read(root.resolve(key).resolve(MANIFEST));
      return meant.test(manifest.origin()) && manifest.complete(folder)
          ? Optional.of(new Slot(folder, manifest))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The model of a key, created if necessary: by one thread of one process, while others wait and
   * then find it. Partial work of a dead process is discarded.
   *
   * @param need bytes that creating it takes, for the message about a full disk
   */
  Slot get(String key, Predicate<Origin> meant, long need, Recipe recipe, ModelListener listener)
      throws ModelException {
    Optional<Slot> ready = find(key, meant);
    if (ready.isPresent()) {
      return ready.get();
    }
    try {
      StoreLock lock =
          StoreLock.acquire(
              root.resolve(".locks").resolve(key),
              () -> listener.say("Waiting for another run, which is fetching " + key + "."));
      try {
        ready = find(key, meant);
        return ready.isPresent() ? ready.get() : make(key, recipe);
      } finally {
        lock.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("Fetching " + key + " was interrupted.", e);
    } catch (IOException e) {
      if (DiskSpace.isFull(e)) {
        throw new ModelException(
            key + " cannot be stored: " + DiskSpace.full(root, need).getMessage() + ".", e);
      }
      throw unwritable(e);
    }
  }

  private Slot make(String key, Recipe recipe)
      throws IOException, ModelException, InterruptedException {
    Path stale = root.resolve(".tmp").resolve(key);
    deleteQuietly(stale);
    // a unique name: a child of a killed run may still write into the old one
    Path temporary = Files.createTempDirectory(Files.createDirectories(stale), "");
    Path place = root.resolve(key);
    try {
      Path fresh = temporary.resolve("new");
      Path model = Files.createDirectories(fresh.resolve(MODEL));
      Origin origin = recipe.make(Files.createDirectory(temporary.resolve("work")), model);
      Manifest manifest = Manifest.of(origin, model);
      manifest.write(fresh.resolve(MANIFEST));
      if (Files.exists(place)) {
        Files.move(place, temporary.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      return new Slot(place.resolve(MODEL), manifest);
    } finally {
      deleteQuietly(stale);
    }
  }

  private ModelException unwritable(IOException cause) {
    String reason =
        cause instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : cause.getClass().getSimpleName();
    return new ModelException(
        "The model store "
            + root
            + " cannot be written ("
            + reason
            + "); set BEAMSCRIBE_MODELS to a folder that can.",
        cause);
  }

  /** Every key in use, sound or not, in order. */
  List<String> keys() throws ModelException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(each -> Files.isDirectory(each.resolve(MODEL)))
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelException("The model store " + root + " cannot be read.", e);
    }
  }

  /** Compares every byte of a stored model with its manifest. */
  Verification verify(String key) {
    Path place = root.resolve(key);
    try {
      Manifest manifest = Manifest.read(place.resolve(MANIFEST));
      return new Verification(manifest.origin().id(), manifest.defects(place.resolve(MODEL)));
    } catch (IOException | RuntimeException e) {
      List<String> defects = new ArrayList<>();
      defects.add("It cannot be read (" + e.getClass().getSimpleName() + ").");
      return new Verification(key, defects);
    }
  }

  /** What cannot be deleted now is deleted before the model is next created. */
  private static void deleteQuietly(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be deleted yet", folder, e);
    }
  }
}
