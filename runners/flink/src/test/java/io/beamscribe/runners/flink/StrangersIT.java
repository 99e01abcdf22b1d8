// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.runners.direct.Shell;
import io.beamscribe.speech.models.store.ModelStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run, its engine process and the workers of a cluster ask nobody: they are given a network in
 * which every address, that of the name server too, leads to a listener.
 */
class StrangersIT {
  @TempDir Path folder;

  @Test
  void nobodyIsAskedAndNothingIsLeft() throws Exception {
    assumeTrue(
        Files.isDirectory(ModelStore.defaultRoot().resolve("vosk-small-ko")),
        "skipped: no vosk-small-ko on this machine");
    Path network = script("network.sh");
    Path resolver = Files.writeString(folder.resolve("resolv.conf"), "nameserver 10.9.9.9\n");
    Path asked = folder.resolve("asked");
    List<String> inside =
        List.of(
            "unshare",
            "--map-root-user",
            "--net",
            "--mount",
            "sh",
            network.toString(),
            script("listener.py").toString(),
            resolver.toString(),
            asked.toString());
    Shell.Ended possible = Shell.run(with(inside, "getent", "hosts", "a-stranger.example"));
    assumeTrue(
        Files.exists(asked) && Files.readString(asked).contains("a-stranger.example"),
        "skipped: no network of one's own here: " + possible.err());
    Files.delete(asked);

    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Shell.Ended ended =
        Shell.run(with(inside, "bash", script("runs.sh").toString()), environment(temporary));

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out().lines().filter(line -> line.contains("1 transcribed"))).hasSize(2);
    assertThat(asked).isEmptyFile();
    assertThat(temporary).isEmptyDirectory();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  private Map<String, String> environment(Path temporary) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ROOT", Shell.ROOT.toString());
    environment.put("AUDIO", Shell.TESTDATA.resolve("formats/mp3.mp3").toString());
    environment.put("WORK", folder.toString());
    environment.put("BEAMSCRIBE_FLINK", cache().resolve("flink").toString());
    environment.put("BEAMSCRIBE_CACHE", cache().toString());
    environment.put("BEAMSCRIBE_MODELS", ModelStore.defaultRoot().toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put(
        "BEAMSCRIBE_JAVA_OPTS",
        "-Djava.io.tmpdir=" + temporary + " -Duser.home=" + folder.resolve("home"));
    return environment;
  }

  private static Path cache() {
    return Path.of(System.getProperty("user.home"), ".cache", "beamscribe");
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }

  private Path script(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = StrangersIT.class.getResourceAsStream("/strangers/" + name)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
