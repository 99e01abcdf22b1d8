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

  @Test
  void saysWhatIsWrongWithAManifest() throws IOException {
    Path none = folder.resolve("none.txt");
    assertThatThrownBy(() -> Inputs.of(List.of("@" + none), StorageSettings.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage("The list " + none + " cannot be read.");

    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "caf\u00e9.wav".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Inputs.of(List.of("@" + latin), StorageSettings.NONE))
        .hasMessage("The list " + latin + " is not text in UTF-8.");

    Path empty = Files.writeString(folder.resolve("empty.txt"), "# nothing\n");
    assertThatThrownBy(() -> Inputs.of(List.of("@" + empty, " , "), StorageSettings.NONE))
        .hasMessage("--input names nothing.");
  }
}
