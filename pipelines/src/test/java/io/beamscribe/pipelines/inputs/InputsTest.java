// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path folder;

  @Test
  void commasPartNamesButNotBraces() throws UsageException {
    Inputs inputs = Inputs.of(List.of("a.wav, b.wav", "calls/*.{wav,mp3},c"), StorageSettings.NONE);

    assertThat(inputs.all()).containsExactly("a.wav", "b.wav", "calls/*.{wav,mp3}", "c");
  }

  @Test
  void aCommaBelongsToAnAddressIfWhatFollowsNamesNothing() throws IOException, UsageException {
    String local = Files.createFile(folder.resolve("c.wav")).toString();
    String value =
        "s3a://b/a,b.wav,s3a://b/c/,https://h/x?ids=1,2, 3,"
            + local
            + ",s3a://b/d.wav,calls/*.wav,./e.wav,s3a://b/f.wav";

    assertThat(Inputs.of(List.of(value), StorageSettings.NONE).given())
        .containsExactly(
            "s3a://b/a,b.wav",
            "s3a://b/c/",
            "https://h/x?ids=1,2, 3",
            local,
            "s3a://b/d.wav",
            "calls/*.wav",
            "./e.wav",
            "s3a://b/f.wav");
  }

  @Test
  void aFileThatExistsIsTakenWholeWhateverItsName() throws IOException, UsageException {
    String comma = Files.createFile(folder.resolve("a,b.wav")).toString();
    String at = Files.createFile(folder.resolve("@c.wav")).toString();

    assertThat(Inputs.of(List.of(comma, at), StorageSettings.NONE).given())
        .containsExactly(comma, at);
  }

  @Test
  void manifestsHaveOneAddressALine() throws IOException, UsageException {
    Path list = folder.resolve("list.txt");
    Files.writeString(list, "\ufeff# today\r\na b,c.wav\r\n\r\n  음성.wav\n#x\nhttps://h/d.mp3");

    Inputs inputs = Inputs.of(List.of("first.wav,@" + list), StorageSettings.NONE);

    assertThat(inputs.given()).containsExactly("first.wav");
    assertThat(inputs.listed()).containsExactly("a b,c.wav", "음성.wav", "https://h/d.mp3");
  }

  /** As `ls` writes them. */
  @Test
  void namesInOtherEncodingsAreFileUris() throws Exception {
    Path latin = folder.resolve("latin.txt");
    Files.write(
        latin,
        "/a/caf\u00e9 1.wav\r\ncaf\u00e9.wav\nplain.wav\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Inputs.of(List.of("@" + latin), StorageSettings.NONE).listed())
        .containsExactly(
            "file:///a/caf%E9%201.wav", Path.of("").toUri() + "caf%E9.wav", "plain.wav");
  }

  @Test
  void saysWhatIsWrongWithAManifest() throws IOException {
    Path none = folder.resolve("none.txt");
    assertThatThrownBy(() -> Inputs.of(List.of("@" + none), StorageSettings.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage("The list " + none + " cannot be read.");

    Path utf16 = folder.resolve("utf16.txt");
    Files.write(utf16, "caf\u00e9.wav".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> Inputs.of(List.of("@" + utf16), StorageSettings.NONE))
        .hasMessage("The list " + utf16 + " is not text in UTF-8.");

    Path empty = Files.writeString(folder.resolve("empty.txt"), "# nothing\n");
    assertThatThrownBy(() -> Inputs.of(List.of("@" + empty, " , "), StorageSettings.NONE))
        .hasMessage("--input names nothing.");
  }
}
