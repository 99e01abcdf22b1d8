// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.ModelSource;
import io.beamscribe.speech.models.store.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {
  @TempDir Path folder;
  private Path target;

  @Test
  void takesOnlyTheModelsFolder() throws Exception {
    unpack(Archives.zip(Map.of("m/a/x", bytes(3), "m/y", bytes(5), "z", bytes(7))), "m");
    assertThat(Manifest.files(target).keySet()).containsExactly("a/x", "y");
    assertThat(target.resolve("y")).hasSize(5);
  }

  @Test
  void unpacksTarGz() throws Exception {
    byte[] archive = Archives.tarGz(Map.of("./m/a/x", bytes(3)), new TarArchiveEntry("m/dir/"));
    unpack(archive, ArchiveFormat.TAR_GZ, "m", List.of());
    assertThat(Manifest.files(target).keySet()).containsExactly("a/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "m/../../x", "/etc/x", "C:/x", "a\\..\\x", "a\u0001b"})
  void refusesNamesThatLeadElsewhere(String name) throws IOException {
    refused(Archives.zip(Map.of(name, bytes(3))), "not safe to unpack");
    assertThat(folder.resolve("x")).doesNotExist();
    byte[] tar = Archives.tarGz(Map.of(name, bytes(3)));
    assertThatThrownBy(() -> unpack(tar, ArchiveFormat.TAR_GZ, null, List.of()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("not safe to unpack");
  }

  @Test
  void refusesLinksAndDevices() throws IOException {
    refused(Archives.zipWithLink("am", "/etc"), "am is a link");
    for (byte kind :
        new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR}) {
      TarArchiveEntry entry = new TarArchiveEntry("am", kind);
      entry.setLinkName("/etc");
      byte[] tar = Archives.tarGz(Map.of(), entry);
      assertThatThrownBy(() -> unpack(tar, ArchiveFormat.TAR_GZ, null, List.of()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("is a link or a device");
    }
  }

  @Test
  void refusesBombs() throws IOException {
    byte[] bomb = Archives.zip(Map.of("x", new byte[20 << 20]));
    assertThat(bomb.length).isLessThan(1 << 20);
    refused(bomb, "more than a model can hold");

    byte[] tar = Archives.tarGz(Map.of("x", new byte[20 << 20]));
    assertThatThrownBy(() -> unpack(tar, ArchiveFormat.TAR_GZ, null, List.of()))
        .hasMessageContaining("more than a model can hold");
  }

  /** Of the kinds L (GNU, long name), K (long link) and x (POSIX). */
  @ParameterizedTest
  @ValueSource(strings = {"L", "K", "x"})
  void refusesRecordsThatNoNameNeeds(String kind) throws IOException {
    byte[] tar = Archives.tarGz((byte) kind.charAt(0), 300 << 20);
    assertThat(tar.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> unpack(tar, ArchiveFormat.TAR_GZ, null, List.of()))
        .isInstanceOf(ModelException.class)
        .hasMessage("the archive is broken");
  }

  @Test
  void refusesFloodsOfFiles() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i <= 10_000; i++) {
      many.put("f" + i, new byte[0]);
    }
    refused(Archives.zip(many), "more than 10000 files");
    for (int i = 0; i < 400; i++) {
      many.put("f".repeat(30_000) + i, new byte[0]);
    }
    refused(Archives.zip(many), "the archive is broken");
  }

  @Test
  void refusesBrokenArchives() throws IOException {
    byte[] good = Archives.zip(Map.of("x", bytes(10_000)));
    refused(Arrays.copyOf(good, good.length / 2), "the archive is broken");
    refused("<html>not found</html>".getBytes(StandardCharsets.UTF_8), "the archive is broken");
    refused(new byte[0], "the archive is broken");
    byte[] tar = Archives.tarGz(Map.of("x", bytes(10_000)));
    byte[] half = Arrays.copyOf(tar, tar.length / 2);
    assertThatThrownBy(() -> unpack(half, ArchiveFormat.TAR_GZ, null, List.of()))
        .hasMessage("the archive is broken");
  }

  @Test
  void refusesNamesThatCannotBe() throws IOException {
    refused(Archives.zip(Map.of("x".repeat(300), bytes(1))), "is too long a name");
    Map<String, byte[]> both = new LinkedHashMap<>();
    both.put("x", bytes(1));
    both.put("x/y", bytes(1));
    refused(Archives.zip(both), "stands where another file is");
  }

  /** Whichever byte is changed: the archive is accepted or rejected, and nothing else happens. */
  @Test
  void survivesEveryChange() throws IOException {
    byte[] zip = Archives.zip(Map.of("m/x", bytes(50), "m/y", new byte[500]));
    byte[] tar = Archives.tarGz(Map.of("m/x", bytes(50), "m/y", new byte[500]));
    for (int at = 0; at < Math.max(zip.length, tar.length); at++) {
      change(zip, at, ArchiveFormat.ZIP);
      change(tar, at, ArchiveFormat.TAR_GZ);
    }
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private void change(byte[] good, int at, ArchiveFormat format) throws IOException {
    byte[] bad = good.clone();
    bad[at % bad.length] ^= 0x55;
    try {
      unpack(bad, format, "m", List.of());
    } catch (ModelException e) {
      assertThat(e).hasMessageStartingWith("the archive ");
    }
  }

  @Test
  void refusesArchivesWithoutTheModel() throws IOException {
    byte[] archive = Archives.zip(Map.of("m/x", bytes(3)));
    assertThatThrownBy(() -> unpack(archive, "other"))
        .hasMessage("the archive does not hold other/");
    assertThatThrownBy(() -> unpack(archive, ArchiveFormat.ZIP, "m", List.of("x", "y")))
        .hasMessage("the archive does not hold m/y");
  }

  private void refused(byte[] archive, String why) throws IOException {
    assertThatThrownBy(() -> unpack(archive, null))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why);
  }

  private void unpack(byte[] archive, String folder) throws IOException, ModelException {
    unpack(archive, ArchiveFormat.ZIP, folder, List.of());
  }

  private void unpack(byte[] archive, ArchiveFormat format, String prefix, List<String> files)
      throws IOException, ModelException {
    target = Files.createTempDirectory(folder, "target");
    Path file = Files.write(folder.resolve("archive"), archive);
    Unpacker.unpack(
        file, new ModelSource.Url("https://a/b", format, prefix, files, null, null), target);
  }

  /** Incompressible bytes. */
  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
