// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.transcription.FileChoice;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void aManifestMaySayMoreOfFiles() throws IOException, UsageException {
    Path list =
        Files.writeString(
            folder.resolve("list.tsv"),
            """
            \ufeff# today
            path\tspeakers\tphrases\tlocale
            a b.wav\t2\tContoso; 빔 스크라이브 ;\tko_KR
            plain.wav

            s3a://c/d/\t\t\ten
            """);

    Inputs inputs = Inputs.of(List.of("first.wav,@" + list), StorageSettings.NONE);

    assertThat(inputs.all()).containsExactly("first.wav", "a b.wav", "plain.wav", "s3a://c/d/");
    assertThat(inputs.choices())
        .containsOnly(
            Map.entry("a b.wav", new FileChoice("ko-KR", List.of("Contoso", "빔 스크라이브"), 2)),
            Map.entry("s3a://c/d/", new FileChoice("en-US", List.of(), null)));
  }

  @Test
  void namesWithTabsAndNamesLikeColumnsAreNames() throws IOException, UsageException {
    Path list = Files.writeString(folder.resolve("list.txt"), "a\tlocale.wav\npath\tlocale\n");
    assertThat(Inputs.of(List.of("@" + list), StorageSettings.NONE))
        .isEqualTo(new Inputs(List.of(), List.of("a\tlocale.wav", "path\tlocale"), Map.of()));
    Files.writeString(list, "path\nlocale\n");
    assertThat(Inputs.of(List.of("@" + list), StorageSettings.NONE).listed())
        .containsExactly("path", "locale");
  }

  @Test
  void saysInWhichLineAColumnIsWrong() throws IOException {
    Path list = folder.resolve("list.tsv");
    String start = "Line 3 of the list " + list;
    assertWrong(list, "x\t!", start + " must have a locale such as ko-KR, or none, not '!'.");
    assertWrong(list, "x\tauto", start + " must have a locale such as ko-KR, or none, not 'auto'.");
    assertWrong(
        list,
        "x\t\t37",
        start + " must have a number of speakers from 1 to 36, or none, not '37'.");
    assertWrong(list, "\tko", start + " has no address.");
    assertWrong(list, "x\tko\t2\t3", start + " has more columns than the first line names.");
    assertWrong(
        list, "a.wav\ten", start + " names a file for the second time, with other columns.");
    Files.writeString(list, "path\tlanguage\na.wav\tko");
    assertThatThrownBy(() -> Inputs.of(List.of("@" + list), StorageSettings.NONE))
        .hasMessage(
            "The list "
                + list
                + " has the column 'language'; it may have locale, phrases and speakers.");
  }

  private static void assertWrong(Path list, String line, String message) throws IOException {
    Files.writeString(list, "path\tlocale\tspeakers\na.wav\tko-KR\n" + line + "\n");
    assertThatThrownBy(() -> Inputs.of(List.of("@" + list), StorageSettings.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
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
