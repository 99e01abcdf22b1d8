// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.speech.models.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files after public bug reports, each of which ended a run or was left out, and outputs in which
 * something is in the way: one run over all of them.
 */
class FilesThatEndedRunsIT {
  private static final Path FAILING = Shell.ROOT.resolve("../shared/data/failing");
  private static final List<String> WHOLE =
      List.of(
          "late_audio.mpg",
          "camcorder.m2ts",
          "asterisk.gsm",
          "rifx.wav",
          "odd_list_no_pad.wav",
          "zeros_in_front.mp3");

  @TempDir Path folder;

  @Test
  void eachFileIsHeardOrHasARowThatSaysWhyNot() throws Exception {
    assumeTrue(Files.isDirectory(FAILING), "skipped: no shared/data/failing");
    assumeTrue(
        Files.isDirectory(ModelStore.defaultRoot().resolve("whisper-base")),
        "skipped: no whisper-base on this machine");
    Path in = Files.createDirectories(folder.resolve("in"));
    for (String name : WHOLE) {
      Files.copy(FAILING.resolve(name), in.resolve(name));
    }
    Path clip = FAILING.resolve("name_clash/y.wav");
    Map<String, String> expected = new TreeMap<>();
    WHOLE.forEach(name -> expected.put(name, "Succeeded"));
    for (String name :
        List.of(
            "name_clash/y.wav",
            "name_clash/y.wav.json/z.wav",
            "line\nbreak.wav",
            "report.json.wav",
            "x".repeat(251) + ".wav")) {
      add(clip, in, name);
      expected.put(name, "Succeeded");
    }
    Output output = new Output(folder.resolve("out"));
    for (String name : List.of("result.wav", "marker.wav", "folder/a.wav")) {
      add(clip, in, name);
      expected.put(name, "InvalidUri");
    }
    Files.createDirectories(output.root().resolve("transcripts/result.wav.json"));
    Files.createDirectories(output.root().resolve("_done/marker.wav.json"));
    Files.writeString(output.root().resolve("transcripts/folder"), "a file");
    Files.writeString(in.resolve("notes.txt"), "no audio");
    Files.writeString(in.resolve("code.ts"), "export const x = 1;\n");

    // A pattern, as a name with a line break was left out by one.
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=" + in + "/**",
                "--output=" + output.root(),
                "--locale=en-US",
                "--model=whisper-base"));

    assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    assertThat(output.ends()).isEqualTo(expected);
    assertThat(output.count("ignoredFilesCount")).isEqualTo(2);
    for (String name : WHOLE) {
      assertThat(text(output, name)).as(name).contains("account of himself");
    }
    for (JsonNode row : output.report().get("details")) {
      assertThat(row.findValues("sampleRate")).as(row.toString()).noneMatch(n -> n.asInt() == 0);
      assertThat(row.toString()).doesNotContain("null");
    }
    assertThat(firstWord(output, "late_audio.mpg")).isBetween(5800, 6300);
    assertThat(output.root().resolve("report.html")).content().contains("cannot be stored");
  }

  private static void add(Path clip, Path folder, String name) throws IOException {
    Path to = folder.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(clip, to);
  }

  private static String text(Output output, String name) throws IOException {
    return Files.readString(output.root().resolve("transcripts/" + name + ".txt"));
  }

  private static int firstWord(Output output, String name) throws IOException {
    JsonNode transcript = Output.json(output.root().resolve("transcripts/" + name + ".json"));
    return transcript.at("/recognizedPhrases/0/nBest/0/words/0/offsetMilliseconds").asInt();
  }
}
