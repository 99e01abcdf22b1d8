// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.Verification;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.fetch.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedModelsTest {
  @TempDir Path folder;
  private final RemoteFiles remote = new Mounted();
  private CatalogueEntry entry;
  private Model model;

  /** One machine downloads a model and shares it; then its source disappears. */
  @BeforeEach
  void shareOne() throws Exception {
    byte[] zip = Archives.zip(Archives.voskModel("m/", "words"));
    try (ModelServer server = new ModelServer()) {
      entry = StoreFixture.entry("small-ko", StoreFixture.zip(server.serve("/m.zip", zip), zip));
      ModelStore one = machine("one");
      model = one.pull("small-ko");
      one.share(model);
    }
  }

  @Test
  void anotherMachineCopiesWhatOneHasMade() throws Exception {
    Model copy = machine("two").pull("small-ko");
    assertThat(copy.folder()).startsWith(folder.resolve("two"));
    assertThat(copy.digest()).isEqualTo(model.digest());
    assertThat(machine("two").verify()).allMatch(Verification::sound);
  }

  @Test
  void aWorkerTakesTheFolderOfTheJobWhereItHasIt() throws Exception {
    assertThat(shelf().here(model.folder(), model.digest(), folder.resolve("worker")))
        .isEqualTo(model.folder());
    assertThat(folder.resolve("worker")).doesNotExist();
  }

  @Test
  void threadsOfAWorkerCopyOnce() throws Exception {
    Path elsewhere = Path.of("/no/such/models/small-ko/model");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Path>> copies =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> shelf().here(elsewhere, model.digest(), folder.resolve("worker"))))
              .toList();
      Path first = copies.get(0).get();
      assertThat(first.resolve("am/final.mdl"))
          .hasSameTextualContentAs(model.folder().resolve("am/final.mdl"));
      for (Future<Path> copy : copies) {
        assertThat(copy.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anotherModelInTheSameFolderIsNotTaken() throws Exception {
    Path other = folder.resolve("other/small-ko");
    Archives.folder(other.resolve("model"), Archives.voskModel("", "other words"));
    Manifest.of(LocalModels.manifest(model.folder()).orElseThrow().origin(), other.resolve("model"))
        .write(other.resolve("manifest.json"));
    assertThat(shelf().here(other.resolve("model"), model.digest(), folder.resolve("worker")))
        .startsWith(folder.resolve("worker"));
  }

  @Test
  void aFileThatHasChangedIsRefused() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("shared/files"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "changed");
      }
    }
    Path worker = folder.resolve("worker");
    assertThatThrownBy(() -> shelf().here(Path.of("/no/such"), model.digest(), worker))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("checksum");
    new StoreFixture(worker).assertNothingLeft();
  }

  @Test
  void whatNobodySharedIsSaid() {
    assertThatThrownBy(
            () -> shelf().here(Path.of("/no/such"), "0".repeat(64), folder.resolve("worker")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is neither in /no/such nor in");
  }

  @Test
  void aFolderOfOnesOwnIsSharedToo() throws Exception {
    Path own = Archives.folder(folder.resolve("own"), Archives.voskModel("", "own words"));
    Model mine = machine("one").resolve(own.toString(), "ko-KR");
    machine("one").share(mine);
    Path copy = shelf().here(Path.of("/no/such"), mine.digest(), folder.resolve("worker"));
    assertThat(Manifest.of(LocalModels.manifest(copy).orElseThrow().origin(), copy).digest())
        .isEqualTo(mine.digest());
  }

  @Test
  void anArchiveInStorageIsAModel() throws Exception {
    Path zip = folder.resolve("mine.zip");
    Files.write(zip, Archives.zip(Archives.voskModel("m/", "zipped words")));
    remote.write(address("mine.zip"), zip);
    Model mine = machine("one").resolve(address("mine.zip"), "ko-KR");
    assertThat(mine.id()).isEqualTo("mine.zip");
    assertThat(mine.folder().resolve("am/final.mdl")).exists();
    assertThatThrownBy(() -> machine("one").resolve(address("none.zip"), "ko-KR"))
        .hasMessageContaining("it is not there");
  }

  private ModelStore machine(String name) {
    return new ModelStore(
        new Catalogue(List.of(entry)),
        folder.resolve(name),
        ModelListener.SILENT,
        remote,
        Optional.of(shelf()));
  }

  private SharedModels shelf() {
    return new SharedModels(address(""), remote, ModelListener.SILENT);
  }

  private static String address(String name) {
    return "mounted://" + name;
  }

  /** Storage in a folder. */
  private final class Mounted implements RemoteFiles {
    @Override
    public boolean accepts(String address) {
      return address.startsWith("mounted://");
    }

    @Override
    public Optional<InputStream> open(String address) throws IOException {
      try {
        return Optional.of(Files.newInputStream(path(address)));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }

    @Override
    public void write(String address, Path file) throws IOException {
      Path target = path(address);
      Files.createDirectories(target.getParent());
      Path temporary = target.resolveSibling(UUID.randomUUID().toString());
      Files.copy(file, temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path path(String address) {
      return folder.resolve("shared").resolve(address.replaceFirst("^mounted:/+", ""));
    }
  }
}
