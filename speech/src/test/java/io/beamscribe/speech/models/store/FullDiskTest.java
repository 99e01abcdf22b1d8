// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static io.beamscribe.speech.models.store.StoreFixture.FREE;
import static io.beamscribe.speech.models.store.StoreFixture.entry;
import static io.beamscribe.speech.models.store.StoreFixture.zip;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is too small: a real one of 1 MB, if this user may mount it. */
class FullDiskTest {
  @TempDir Path disk;
  @AutoClose private final ModelServer server = new ModelServer();
  private StoreFixture fixture;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0;
    assumeTrue(mounted, "no right to mount a small disk");
    fixture = new StoreFixture(disk.resolve("store"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", disk.toString());
    }
  }

  @Test
  void downloadThatDoesNotFit() throws IOException {
    refused(model(2_000_000), 10_000, "the disk is full");
    refused(model(2_000_000), 3_000_000, "about 3 MB are needed");
  }

  @Test
  void contentThatDoesNotFit() throws IOException {
    byte[] archive = model(600_000);
    refused(archive, archive.length, "there is not enough room in ");
  }

  private void refused(byte[] archive, long size, String why) throws IOException {
    ModelSource source = zip(server.serve("/a.zip", archive), archive);
    CatalogueEntry entry = entry("a", "vosk", Math.max(size, 1_000_000), FREE, List.of(), source);
    assertThatThrownBy(() -> fixture.store(entry).pull("a"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why);
    fixture.assertNothingLeft();
  }

  private static byte[] model(int size) {
    byte[] noise = new byte[size];
    new Random(1).nextBytes(noise);
    Map<String, byte[]> files = Archives.voskModel("m/", "1");
    files.put("m/noise", noise);
    return Archives.zip(files);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
