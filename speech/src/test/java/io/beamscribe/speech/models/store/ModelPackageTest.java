// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Custom models, which describe themselves. */
class ModelPackageTest {
  private static final Licence LICENCE = new Licence("Apache-2.0", false, false);

  @TempDir Path folder;
  private ModelStore store;
  private Path mine;

  @BeforeEach
  void make() throws Exception {
    store = new StoreFixture(folder.resolve("store")).store();
    mine = folder.resolve("mine");
    Archives.folder(ModelPackage.content(mine), Archives.voskModel("", "1"));
    ModelPackage.seal(mine, "mine", "vosk", List.of("ko-KR"), LICENCE, "adapted from x");
    mine = mine.toRealPath();
  }

  @Test
  void folderIsUsedAndListedAsItDescribesItself() throws Exception {
    Model model = store.resolve(mine.toString(), "en-US");
    assertThat(model.id()).isEqualTo("mine");
    assertThat(model.locales()).containsExactly("ko-KR");
    assertThat(model.licence()).isEqualTo(LICENCE);
    assertThat(model.folder()).isEqualTo(mine.resolve("model"));
    assertThat(store.list()).extracting(ModelListing::id).containsExactly(mine.toString());
  }

  @Test
  void archiveIsTheSameModelAndTheSameBytes() throws Exception {
    Path zip = folder.resolve("m.zip");
    FolderArchive.write(mine, zip);
    FolderArchive.write(mine, folder.resolve("again.zip"));
    assertThat(zip).hasSameBinaryContentAs(folder.resolve("again.zip"));
    Model model = store.resolve(zip.toString(), "en-US");
    assertThat(model.digest()).isEqualTo(store.resolve(mine.toString(), "en-US").digest());
    assertThat(model.id()).isEqualTo("mine");
    assertThat(model.licence()).isEqualTo(LICENCE);
  }

  @Test
  void oneThatWasPutIntoTheStoreIsFoundByItsName() throws Exception {
    Files.move(mine, Files.createDirectories(folder.resolve("store")).resolve("mine"));
    assertThat(store.keeps("mine")).isTrue();
    assertThat(store.keeps("other")).isFalse();
    assertThat(store.resolve("mine", "ko-KR").locales()).containsExactly("ko-KR");
    assertThat(store.verify()).singleElement().matches(one -> one.sound());
  }

  @Test
  void oneThatIsNotAsItWasMadeIsRefused() throws Exception {
    Files.writeString(mine.resolve("model/conf/model.conf"), "changed, and longer");
    assertThatThrownBy(() -> store.resolve(mine.toString(), "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is not as it was made: conf/model.conf has changed.");
    Path zip = folder.resolve("m.zip");
    FolderArchive.write(mine, zip);
    assertThatThrownBy(() -> store.resolve(zip.toString(), "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("it is damaged: conf/model.conf has changed");
  }

  @Test
  void oneThatPointsToAnotherIsUsedWithTheFilesOfBoth() throws Exception {
    Files.move(mine, Files.createDirectories(folder.resolve("store")).resolve("mine"));
    Model base = store.resolve("mine", "ko-KR");
    Path added = folder.resolve("added");
    ModelPackage.putOn(base, added);
    Files.writeString(ModelPackage.content(added).resolve("words.txt"), "more");
    ModelPackage.seal(added, "added", "vosk", List.of("ko-KR"), LICENCE, "adapted from mine");
    assertThat(Manifest.files(added)).hasSize(3);

    Model model = store.resolve(added.toString(), "ko-KR");
    assertThat(model.id()).isEqualTo("added");
    assertThat(model.digest()).isNotEqualTo(base.digest());
    assertThat(model.folder().resolve("words.txt")).hasContent("more");
    assertThat(model.folder().resolve("conf/model.conf"))
        .hasSameBinaryContentAs(base.folder().resolve("conf/model.conf"));
    assertThat(store.list())
        .extracting(ModelListing::id)
        .containsExactly("mine", added.toRealPath().toString());

    Path zip = folder.resolve("added.zip");
    FolderArchive.write(added, zip);
    assertThat(store.resolve(zip.toString(), "ko-KR").digest()).isEqualTo(model.digest());

    store.export(model, folder.resolve("elsewhere"));
    ModelStore elsewhere = new StoreFixture(folder.resolve("elsewhere")).store();
    assertThat(elsewhere.resolve("added", "ko-KR").digest()).isEqualTo(model.digest());
    assertThatThrownBy(() -> elsewhere.resolve(added.toString(), "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("No model is called mine");
  }
}
