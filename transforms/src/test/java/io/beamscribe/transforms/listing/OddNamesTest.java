// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.SharedData;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are not text, and URIs of files. */
class OddNamesTest {
  @TempDir Path folder;
  private Path audio;

  @BeforeEach
  void makeFolder() throws IOException {
    audio = Files.createDirectory(folder.resolve("a b"));
  }

  @Test
  void whatIsNamedInAnotherEncodingIsTranscribed() throws Exception {
    Tones.write(folder.resolve("tone.wav"), 1);
    try {
      Path inner = Files.createDirectory(LocalAddress.path(audio.toUri() + "d%E9r"));
      Files.copy(Path.of("..", "testdata", "speech", "korean-1.flac"), inner.resolve("a.flac"));
      Files.copy(folder.resolve("tone.wav"), LocalAddress.path(audio.toUri() + "caf%E9.wav"));
      Files.copy(folder.resolve("tone.wav"), LocalAddress.path(audio.toUri() + "caf%E8.wav"));
      Files.copy(folder.resolve("tone.wav"), audio.resolve("caf%E8.wav"));
    } catch (FileSystemException e) {
      abort("the file system takes no name that is not UTF-8: " + e.getMessage());
    }
    Path output = folder.resolve("out");
    Jobs.run(Jobs.settings(output, false), audio);
    Path results = output.resolve("transcripts");
    assertThat(results.resolve("d%E9r/a.flac.json")).exists();
    assertThat(results.resolve("caf%E9.wav.json")).exists();
    assertThat(results.resolve("caf%E8.wav.json")).exists();
    assertThat(results.resolve("caf%E8.wav~.json")).exists();
    assertThat(Jobs.transcript(output, "caf%E9.wav").source())
        .isEqualTo(audio.toUri() + "caf%E9.wav");
  }

  @Test
  void aUriNamesTheFileAndAPathItself() throws IOException {
    Files.writeString(audio.resolve("c d.wav"), "x");
    Files.writeString(audio.resolve("c%20d.wav"), "xx");
    String uri = audio.toUri() + "c%20d.wav";
    assertThat(uri).contains("/a%20b/");
    assertThat(sizes(uri)).containsExactly(1L);
    assertThat(sizes(uri.replace("file:///", "file:/"))).containsExactly(1L);
    assertThat(sizes(uri.replace("file:///", "file://localhost/"))).containsExactly(1L);
    assertThat(sizes(audio + "/c%20d.wav")).containsExactly(2L);
    assertThat(sizes(audio.toUri().toString())).containsExactly(2L, 1L);
    assertThat(sizes(audio.toUri() + "*.wav")).containsExactly(2L, 1L);
  }

  @Test
  void theNamesOfTheReportAreAllFound() throws Exception {
    Path script = SharedData.required("failing/odd_names.sh");
    Process made =
        new ProcessBuilder("sh", script.toString(), audio.toString()).inheritIO().start();
    assumeTrue(made.waitFor() == 0, "the file system takes no such names");
    List<AudioFile> files = list(audio.toString()).files();
    assertThat(files.stream().map(AudioFile::path))
        .containsExactlyInAnyOrder("a b.wav", "caf%E9.wav", "list.txt");
    for (AudioFile file : files) {
      try (var bytes = new StoredAudio(file, StorageSettings.NONE).open()) {
        assertThat(bytes.isOpen()).isTrue();
      }
    }
    // The folder of the script's argument is taken as it is, so that its space stays one.
    String listed = Files.readString(audio.resolve("list.txt")).strip();
    assertThat(list(listed).files().stream().map(AudioFile::path)).containsExactly("a b.wav");
  }

  private List<Long> sizes(String input) {
    return list(input).files().stream().map(AudioFile::size).toList();
  }

  private AudioListing list(String input) {
    return AudioListing.of(List.of(input), folder.resolve("out").toString(), StorageSettings.NONE);
  }
}
