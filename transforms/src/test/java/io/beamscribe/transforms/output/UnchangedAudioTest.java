// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.SharedData;
import io.beamscribe.transforms.testing.Tones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which audio counts as unchanged: all of it has the same size and time of modification. */
class UnchangedAudioTest {
  private static final FileTime TIME = FileTime.fromMillis(1_600_000_000_000L);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path audio;
  private Path output;

  @BeforeEach
  void makeFolder() throws IOException {
    audio = Files.createDirectory(folder.resolve("audio"));
    output = folder.resolve("out");
  }

  @Test
  void audioIsTranscribedAgainWheneverItsBytesAreOthers() throws Exception {
    tone(audio.resolve("same.wav"));
    tone(audio.resolve("written over.wav"));
    tone(audio.resolve("moved over.wav"));
    tone(Files.createDirectory(audio.resolve("folder")).resolve("swapped.wav"));
    tone(folder.resolve("target1.wav"));
    other(folder.resolve("target2.wav"));
    Files.createSymbolicLink(audio.resolve("linked.wav"), folder.resolve("target1.wav"));
    assertThat(run().values()).hasSize(5).containsOnly("Succeeded");
    assertThat(run().values()).containsOnly("Skipped");

    other(audio.resolve("written over.wav"));
    Files.move(
        other(folder.resolve("new.wav")),
        audio.resolve("moved over.wav"),
        StandardCopyOption.REPLACE_EXISTING);
    Path swap = Files.createDirectory(folder.resolve("swap"));
    other(swap.resolve("swapped.wav"));
    Files.move(audio.resolve("folder"), folder.resolve("old"));
    Files.move(swap, audio.resolve("folder"));
    Files.delete(audio.resolve("linked.wav"));
    Files.createSymbolicLink(audio.resolve("linked.wav"), folder.resolve("target2.wav"));

    assertThat(run())
        .containsEntry("same.wav", "Skipped")
        .containsEntry("written over.wav", "Succeeded")
        .containsEntry("moved over.wav", "Succeeded")
        .containsEntry("folder/swapped.wav", "Succeeded")
        .containsEntry("linked.wav", "Succeeded");
  }

  @Test
  void audioWithTheSameBytesIsSkippedWhateverElseChanges() throws Exception {
    tone(audio.resolve("copied.wav"));
    tone(audio.resolve("touched.wav"));
    tone(audio.resolve("mode.wav"));
    tone(audio.resolve("old marker.wav"));
    tone(audio.resolve("old marker of other audio.wav"));
    Jobs.clip("korean-1.flac", audio.resolve("compressed.flac"));
    assertThat(run().values()).hasSize(6).containsOnly("Succeeded");

    for (String name : new String[] {"copied.wav", "compressed.flac"}) {
      Path copy = folder.resolve("copy");
      Files.copy(audio.resolve(name), copy, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(copy, audio.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setLastModifiedTime(audio.resolve("touched.wav"), FileTime.fromMillis(1));
    Files.setPosixFilePermissions(
        audio.resolve("mode.wav"), PosixFilePermissions.fromString("r--r--r--"));
    // As markers were before they knew more than the time of modification.
    for (String name : new String[] {"old marker.wav", "old marker of other audio.wav"}) {
      Path marker = output.resolve("_done").resolve(name + ".json");
      ObjectNode content = (ObjectNode) JSON.readTree(marker.toFile());
      content.put("version", Long.toString(TIME.toMillis()));
      JSON.writeValue(marker.toFile(), content);
    }
    other(audio.resolve("old marker of other audio.wav"));

    assertThat(run())
        .containsEntry("copied.wav", "Skipped")
        .containsEntry("compressed.flac", "Skipped")
        .containsEntry("touched.wav", "Skipped")
        .containsEntry("mode.wav", "Skipped")
        .containsEntry("old marker.wav", "Skipped")
        .containsEntry("old marker of other audio.wav", "Succeeded");
    // The markers know the copies now, so that they need not be read again.
    assertThat(run().values()).containsOnly("Skipped");
    assertThat(JSON.readTree(output.resolve("_done/old marker.wav.json").toFile()).get("version"))
        .extracting(JsonNode::asText)
        .isNotEqualTo(Long.toString(TIME.toMillis()));
  }

  @Test
  void realSpeechOfTheSameSizeAndTimeIsNotTakenForDone() throws Exception {
    Path file = audio.resolve("a.wav");
    Files.copy(SharedData.required("failing/same_mtime_before.wav"), file);
    Files.setLastModifiedTime(file, TIME);
    run();
    Files.write(file, Files.readAllBytes(SharedData.required("failing/same_mtime_after.wav")));
    Files.setLastModifiedTime(file, TIME);
    assertThat(run()).containsEntry("a.wav", "Succeeded");
  }

  private static Path tone(Path file) throws IOException {
    Tones.write(file, 2);
    return Files.setLastModifiedTime(file, TIME);
  }

  /** Writes audio of the same size and time into a file, which may exist. */
  private static Path other(Path file) throws IOException {
    tone(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length; i++) {
      bytes[i] = 0;
    }
    Files.write(file, bytes);
    return Files.setLastModifiedTime(file, TIME);
  }

  /** Runs a batch; the status of each file. */
  private Map<String, String> run() throws IOException {
    Jobs.run(Jobs.settings(output, false), audio);
    Map<String, String> ends = new TreeMap<>();
    for (JsonNode row : JSON.readTree(output.resolve("report.json").toFile()).get("details")) {
      ends.put(row.get("source").asText(), row.get("status").asText());
    }
    return ends;
  }
}
