// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AudioListingTest {
  @TempDir Path root;
  private Path audio;
  private Path output;

  @BeforeEach
  void makeFolder() throws IOException {
    audio = Files.createDirectories(root.resolve("audio"));
    output = audio.resolve("out");
    file("small.wav", 10);
    file("big.wav", 1000);
    file("deep/er/middle.mp3", 100);
    file("out/transcripts/big.wav.json", 5);
    file(".hidden/x.wav", 1);
    file("._big.wav", 1);
  }

  @Test
  void takesAFolderWithAllBelowItLargestFirst() {
    assertThat(paths(list(audio.toString())))
        .containsExactly("big.wav", "deep/er/middle.mp3", "small.wav");
    assertThat(list(audio.toString()).ignored()).isEqualTo(1);
  }

  @Test
  void keepsThePathBelowTheFixedPartOfAPattern() {
    assertThat(paths(list(audio + "/**"))).contains("deep/er/middle.mp3");
    assertThat(paths(list(audio + "/deep/**/*.mp3"))).containsExactly("er/middle.mp3");
    assertThat(paths(list(audio + "/*.wav"))).containsExactly("big.wav", "small.wav");
  }

  @Test
  void letsTwoStarsStandForNoFolderAtAll() {
    assertThat(paths(list(audio + "/**/*.wav"))).containsExactly("big.wav", "small.wav");
  }

  @Test
  void keepsWhatSeveralInputsShare() throws IOException {
    file("../other/small.wav", 10);
    assertThat(paths(list(audio + "/*.wav", root + "/other")))
        .containsExactly("audio/big.wav", "audio/small.wav", "other/small.wav");
  }

  @Test
  void listsAFileOnceHoweverOftenItIsNamed() {
    AudioListing listing = list(audio + "/*.wav", audio + "/../audio/big.wav");
    assertThat(paths(listing)).containsExactly("big.wav", "small.wav");
    assertThat(listing.files().get(0).named()).isTrue();
    assertThat(listing.files().get(1).named()).isFalse();
  }

  @Test
  void takesANameWithWildcardsWordForWord() throws IOException {
    file("a[1]{x}*?.wav", 7);
    file("a1.wav", 8);
    assertThat(paths(list(audio + "/a[1]{x}*?.wav"))).containsExactly("a[1]{x}*?.wav");
  }

  @Test
  void givesTheSameOrderInEveryListingTheLargestFirst() {
    assertThat(list(audio.toString()).files()).isEqualTo(list(audio.toString()).files());
    assertThat(list(audio.toString()).files())
        .isSortedAccordingTo(Comparator.comparingLong(AudioFile::size).reversed());
  }

  @Test
  void reportsAnInputThatNamesNothing() {
    AudioListing listing = list(audio + "/none.wav", audio + "/*.xyz", audio + "/*.wav");
    assertThat(listing.files()).hasSize(2);
    assertThat(listing.failed())
        .extracting(FileReport::source, FileReport::errorKind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(audio + "/none.wav", ErrorKind.INVALID_URI),
            org.assertj.core.groups.Tuple.tuple(audio + "/*.xyz", ErrorKind.INVALID_URI));
  }

  @Test
  void neverOpensAPipe() throws Exception {
    String pipe = audio.resolve("pipe").toString();
    Process mkfifo = new ProcessBuilder("mkfifo", pipe, pipe + ".wav").start();
    assumeTrue(mkfifo.waitFor() == 0, "mkfifo is there");
    AudioListing listing = list(audio.toString());
    assertThat(paths(listing)).doesNotContain("pipe", "pipe.wav");
    assertThat(listing.ignored()).isEqualTo(2);
    for (AudioListing each : List.of(listing, list(pipe + ".wav"))) {
      assertThat(each.failed())
          .extracting(FileReport::errorMessage)
          .containsExactly("This is not a regular file.");
    }
  }

  @Test
  void reportsALinkToNothingAndFollowsOthersOnce() throws IOException {
    Files.createSymbolicLink(audio.resolve("dangling.wav"), Path.of("nowhere.wav"));
    Files.createSymbolicLink(audio.resolve("loop"), audio);
    AudioListing listing = list(audio.toString());
    assertThat(paths(listing)).containsExactly("big.wav", "deep/er/middle.mp3", "small.wav");
    assertThat(listing.failed())
        .extracting(FileReport::errorMessage)
        .containsExactly("The link leads to nothing.");
  }

  @Test
  void keepsKeysOutOfTheRowOfAnAddressThatIsNotRead() {
    FileReport row = list("https://user:key@example.org/a.wav?sig=secret").failed().get(0);
    assertThat(row.errorKind()).isEqualTo(ErrorKind.INVALID_URI);
    assertThat(row.sourceUrl()).isEqualTo("https://example.org/a.wav");
    assertThat(row.toString()).doesNotContain("secret").doesNotContain("key@");
  }

  private AudioListing list(String... inputs) {
    return AudioListing.of(List.of(inputs), output.toString(), StorageSettings.NONE);
  }

  private static List<String> paths(AudioListing listing) {
    return listing.files().stream().map(AudioFile::path).toList();
  }

  private void file(String name, int size) throws IOException {
    Path file = audio.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[size]);
  }
}
