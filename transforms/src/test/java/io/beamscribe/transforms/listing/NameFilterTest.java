// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFilterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "*.wav, a.wav, true",
    "*.wav, x/y/a.wav, true",
    "*.wav, a.WAV, false",
    "*.wav, a.wav.json/b.mp3, false",
    "x, x/y/a.wav, true",
    "y/, x/y/a.wav, true",
    "x, xx/a.wav, false",
    "x/*.wav, x/a.wav, true",
    "x/*.wav, x/y/a.wav, false",
    "x/**.wav, x/y/a.wav, true",
    "x/**, x/y/a.wav, true",
    "x/**/*.wav, x/a.wav, true",
    "**/y, x/y/a.wav, true",
    "/x, x/a.wav, true",
    "/a.wav, a.wav, true",
    "/a.wav, x/a.wav, false",
    "call[1-3].wav, call2.wav, true",
    "call[1-3].wav, call4.wav, false",
    "'{a,b}.wav', b.wav, true",
    "call?.wav, call.wav, false",
    "é*, élan.wav, true",
  })
  void aPatternIsForANameAnywhereOrForAWholePath(String pattern, String path, boolean taken) {
    assertThat(new NameFilter(new FileSelection(List.of(pattern), List.of())).takes(path))
        .isEqualTo(taken);
    assertThat(new NameFilter(new FileSelection(List.of(), List.of(pattern))).takes(path))
        .isNotEqualTo(taken);
  }

  @Test
  void whatIsExcludedStaysSoWhateverIsIncluded() throws Exception {
    write("2026/a.wav", "2026/drafts/b.wav", "2025/c.wav", "2026/d.txt");

    AudioListing listing = list(List.of("2026", "*.mp3"), List.of("drafts", "*.txt"), "");

    assertThat(listing.files()).extracting(AudioFile::path).containsExactly("2026/a.wav");
    assertThat(listing.excluded()).isEqualTo(3);
    assertThat(listing.failed()).isEmpty();
  }

  @Test
  void inputsThatNameOneFileAreLeftOutUnasked() throws Exception {
    write("a.wav", "b.wav");

    AudioListing listing = list(List.of(), List.of("*.mp3", "b.wav"), "a.wav", "b.wav", "gone.mp3");

    assertThat(listing.files()).extracting(AudioFile::path).containsExactly("a.wav");
    assertThat(listing.excluded()).isEqualTo(2);
    assertThat(listing.failed()).extracting(FileReport::source).isEmpty();
  }

  @Test
  void addressesOfTheWebAndOfStoresGoByTheSameRule() {
    AudioListing web =
        AudioListing.of(
            List.of("https://host.invalid/x/a.mp3?key=1", "https://other.invalid/b.wav"),
            "out",
            StorageSettings.NONE,
            new FileSelection(List.of("none"), List.of()));
    assertThat(web.excluded()).isEqualTo(2);
    assertThat(web.failed()).isEmpty();

    InputFilter events =
        new InputFilter(
            List.of("s3a://calls/in/"), "out", new FileSelection(List.of("*.wav"), List.of("old")));
    assertThat(events.path("s3a://calls/in/x/a.wav")).contains("x/a.wav");
    assertThat(events.path("s3a://calls/in/old/a.wav")).isEmpty();
    assertThat(events.path("s3a://calls/in/x/a.mp3")).isEmpty();
  }

  private AudioListing list(List<String> include, List<String> exclude, String... inputs) {
    return AudioListing.of(
        Arrays.stream(inputs).map(input -> folder + "/" + input).toList(),
        folder.resolve("out").toString(),
        StorageSettings.NONE,
        new FileSelection(include, exclude));
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "audio");
    }
  }
}
