// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutputLayoutTest {
  private final OutputLayout output = new OutputLayout("out/");

  @Test
  void keepsThePathAndTheExtensionOfTheAudio() {
    assertThat(output.transcript("a/b.wav", "json")).isEqualTo("out/transcripts/a/b.wav.json");
    assertThat(output.marker("a/b.wav")).isEqualTo("out/_done/a/b.wav.json");
    assertThat(output.report("csv")).isEqualTo("out/report.csv");
  }

  @Test
  void findsTheVoicesOfATranscriptBesideIt() {
    assertThat(OutputLayout.voicesOf(output.transcript("a/b.wav", "json")))
        .contains(output.voices("a/b.wav"));
    assertThat(OutputLayout.voicesOf("elsewhere/b.json")).isEmpty();
  }

  @Test
  void shortensOnlyNamesThatWouldNotFitAndKeepsThemApart() {
    String fits = "한".repeat(66) + ".wav";
    assertThat(output.marker(fits)).isEqualTo("out/_done/" + fits + ".json");
    String one = output.marker("x/" + "한".repeat(81) + "1.wav");
    String other = output.marker("x/" + "한".repeat(81) + "2.wav");
    assertThat(one).startsWith("out/_done/x/한한").isNotEqualTo(other);
    String name = one.substring(one.lastIndexOf('/') + 1);
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
    assertThat(name).doesNotContain("\uFFFD");
  }

  @Test
  void writesNoCharacterThatAStoreCannotListAndKeepsNamesApart() {
    List<String> paths =
        List.of("a\u0001.wav", "a\u0002.wav", "a\uFFFE.wav", "a_.wav", "a\u0001/b.wav", "a_/b.wav");
    assertThat(paths.stream().map(path -> output.transcript(path, "json")))
        .doesNotHaveDuplicates()
        .allMatch(address -> address.matches("[ -\uFFFD]+"), "can be listed");
    String shortened = output.transcript("a\u0001.wav", "json");
    String alike = shortened.substring("out/transcripts/".length()).replaceFirst("[.]json$", "");
    assertThat(output.transcript(alike, "json")).isNotEqualTo(shortened);
  }

  @Test
  void givesNoTwoFilesOnePlaceAndNoneAPlaceThatIsNotItsOwn() {
    List<String> paths =
        List.of(
            "y.wav",
            "y.wav.json/z.wav",
            "y.wav.json~/z.wav",
            "y.wav.txt/z.wav",
            "y.wav/z.wav",
            "host/../z.wav",
            "host/./z.wav",
            "host//z.wav",
            "host/~/z.wav",
            "host/z.wav",
            "host/z.wav/",
            "host/..~/z.wav",
            "z.wav");
    Set<String> files =
        paths.stream()
            .map(path -> output.transcript(path, "json"))
            .map(address -> Path.of(address).normalize().toString())
            .collect(Collectors.toSet());

    assertThat(files).hasSameSizeAs(paths).allMatch(file -> file.startsWith("out/transcripts/"));
    for (String file : files) {
      for (Path folder = Path.of(file).getParent(); folder != null; folder = folder.getParent()) {
        assertThat(files).doesNotContain(folder.toString());
      }
    }
  }
}
