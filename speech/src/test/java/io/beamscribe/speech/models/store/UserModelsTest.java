// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --model=} with a folder, an archive, or an address. */
class UserModelsTest {
  @TempDir Path folder;
  private StoreFixture fixture;
  private ModelStore store;

  @BeforeEach
  void start() {
    fixture = new StoreFixture(folder.resolve("store"));
    store = fixture.store();
  }

  @Test
  void folderIsUsedAsItIs() throws Exception {
    Path mine = Archives.folder(folder.resolve("mine"), Archives.voskModel("", "1"));
    Model model = store.resolve(mine.toString(), "ko-KR");
    assertThat(model.folder()).isEqualTo(mine.toRealPath());
    assertThat(model.id()).isEqualTo("mine");
    assertThat(model.locales()).containsExactly("ko-KR");
    assertThat(store.resolve(mine.toString(), "ko-KR")).isEqualTo(model);

    Files.writeString(mine.resolve("conf/model.conf"), "changed, and longer");
    assertThat(store.resolve(mine.toString(), "ko-KR").digest()).isNotEqualTo(model.digest());
    assertThat(store.list()).isEmpty();
  }

  @Test
  void digestIsTheSameHoweverTheModelCame() throws Exception {
    Map<String, byte[]> files = Archives.voskModel("", "1");
    Path mine = Archives.folder(folder.resolve("mine"), files);
    Files.writeString(mine.resolve("README"), "other words for people");
    Path zip =
        Files.write(
            folder.resolve("m.zip"), Archives.zip(Archives.voskModel("vosk-model-x/", "1")));
    Path tar = Files.write(folder.resolve("m.tar.gz"), Archives.tarGz(files));
    String digest = store.resolve(mine.toString(), "ko-KR").digest();
    assertThat(store.resolve(zip.toString(), "ko-KR").digest()).isEqualTo(digest);
    assertThat(store.resolve(tar.toString(), "ko-KR").digest()).isEqualTo(digest);
    assertThat(store.verify()).hasSize(2).allMatch(Verification::sound);
  }

  @Test
  void archiveIsUnpackedOnceAndStays() throws Exception {
    byte[] archive = Archives.zip(Archives.voskModel("a/b/", "1"));
    Path zip = Files.write(folder.resolve("m.zip"), archive);
    Model model = store.resolve(zip.toString(), "ko-KR");
    assertThat(zip).hasBinaryContent(archive);
    assertThat(model.folder()).startsWith(fixture.root);
    assertThat(model.id()).isEqualTo("m.zip");
    Files.setLastModifiedTime(zip, FileTime.fromMillis(0));
    assertThat(store.resolve(zip.toString(), "ko-KR").folder()).isEqualTo(model.folder());
  }

  @Test
  void addressIsFetchedOnceAndCheckedWhereItSaysHow() throws Exception {
    byte[] archive = Archives.zip(Archives.voskModel("a/", "1"));
    try (ModelServer server = new ModelServer()) {
      String address = server.serve("/m.zip", archive) + "?key=secret";
      String right = address + "#sha256=" + StoreFixture.sha256(archive);
      Model model = store.resolve(right, "ko-KR");
      assertThat(store.resolve(right, "ko-KR")).isEqualTo(model);
      assertThat(model.id()).isEqualTo("m.zip");
      assertThat(server.requests).hasSize(1);
      assertThat(fixture.said).isEmpty();

      assertThatThrownBy(() -> store.resolve(address + "#sha256=00", "ko-KR"))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("the checksum is wrong")
          .message()
          .doesNotContain("secret");

      store.resolve(address, "ko-KR");
      assertThat(fixture.said)
          .singleElement()
          .asString()
          .contains("no checksum is published")
          .doesNotContain("secret");
    }
    assertThat(Files.readString(manifest())).doesNotContain("secret");
  }

  private Path manifest() throws IOException {
    try (var all = Files.walk(fixture.root)) {
      return all.filter(each -> each.endsWith("manifest.json")).findFirst().orElseThrow();
    }
  }

  @Test
  void evilArchiveLeavesNothing() throws Exception {
    Path zip = Files.write(folder.resolve("m.zip"), Archives.zip(Map.of("../x", new byte[1])));
    assertThatThrownBy(() -> store.resolve(zip.toString(), "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "The model "
                + zip.toRealPath()
                + " cannot be used: the archive is not safe to unpack: ../x leads out of it.");
    assertThat(store.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vosk-smal-ko | No model is called vosk-smal-ko: it is neither an id of the catalogue",
        "http://example.com/m.zip | cannot be fetched: only https and object storage can",
        "s3a://bucket/m.zip | cannot be fetched: only https and object storage can",
        "https://example.com/m.rar?key=secret | m.rar is neither a folder nor a .zip or .tar.gz",
        "https://exa mple.com/m.zip | is no valid address"
      })
  void saysWhyAModelCannotBe(String model, String why) {
    assertThatThrownBy(() -> store.resolve(model, "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void saysWhatAFolderLacks() throws IOException {
    Path mine = Archives.folder(folder.resolve("mine"), Archives.voskModel("", "1"));
    Files.delete(mine.resolve("graph/Gr.fst"));
    assertThatThrownBy(() -> store.resolve(mine.toString(), "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            "cannot be used: it is no Vosk model (a decoding graph (HCLG.fst, or HCLr.fst with"
                + " Gr.fst) is missing), and no Whisper model (config.json is missing).");
  }

  @Test
  void oldLayoutIsAModelToo() throws Exception {
    Path mine =
        Archives.folder(
            folder.resolve("mine"),
            Map.of("final.mdl", new byte[1], "mfcc.conf", new byte[1], "HCLG.fst", new byte[1]));
    assertThat(store.resolve(mine.toString(), "ko-KR").engine()).isEqualTo("vosk");
  }
}
