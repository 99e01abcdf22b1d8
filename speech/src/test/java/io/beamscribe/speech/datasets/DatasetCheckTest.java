// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
  @TempDir Path folder;
  private final DatasetCheck check = new DatasetCheck("en-US", () -> false);

  @Test
  void linesOfTextAreUsedOrRejectedEachWithItsReason() throws IOException {
    Path file =
        text(
            "\uFEFFThe hydrofoil leaves at nine.",
            "",
            "See https://example.com/x for more.",
            "Nooooo way",
            "yeah yeah yeah yeah",
            "-----",
            "a\u0001b",
            "A thousand is 1,000,000 and more…");
    DatasetReport report = check.check(DatasetKind.LANGUAGE, file);
    assertThat(report.acceptedLineCount()).isEqualTo(2);
    assertThat(report.rejections())
        .extracting(line -> line.line() + " " + line.why())
        .containsExactly(
            "3 It has an address, which nobody says so.",
            "4 It repeats a letter more than three times.",
            "5 It repeats words more than three times.",
            "6 It has no words.",
            "7 It has a character that is no text (U+0001).");
    assertThat(check.statistics().lines()).isEqualTo(2);
    assertThat(check.statistics().words()).isEqualTo(11);
  }

  @Test
  void textMayBeUtf16AndBytesThatAreNoTextCostTheirLineOnly() throws IOException {
    Path wide = folder.resolve("wide.txt");
    Files.write(wide, "\uFEFF첫째 줄\r\n둘째 줄\r\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(check.check(DatasetKind.LANGUAGE, wide).acceptedLineCount()).isEqualTo(2);
    Files.writeString(wide, "one\rtwo\r\r\nthree\r\nfour\n\rfive");
    assertThat(check.check(DatasetKind.LANGUAGE, wide).acceptedLineCount()).isEqualTo(5);
    Path broken = folder.resolve("broken.txt");
    Files.write(broken, new byte[] {'a', '\n', (byte) 0xC3, '(', '\n', 'b'});
    DatasetReport report = check.check(DatasetKind.LANGUAGE, broken);
    assertThat(report.acceptedLineCount()).isEqualTo(2);
    assertThat(report.rejections()).extracting(DatasetReport.Rejection::line).containsExactly(2L);
  }

  @Test
  void pronunciationsAreTwoColumns() throws IOException {
    Path file = text("CNTK\tc n t k", "CNTK\tc n t k", "no tab", "a\t", "IEEE\ti triple e");
    DatasetReport report = check.check(DatasetKind.PRONUNCIATION, file);
    assertThat(report.acceptedLineCount()).isEqualTo(2);
    assertThat(report.rejections())
        .extracting(DatasetReport.Rejection::line)
        .containsExactly(2L, 3L, 4L);
  }

  @Test
  void sentencesOfMarkdownMeetEveryItemOfTheirLists() throws IOException {
    Path file =
        text(
            "// boats",
            "@ list boat =",
            "- hydrofoil",
            "- ferry",
            "@ list time =",
            "- nine",
            "- ten",
            "- noon",
            "# Departures",
            "- The {@boat} leaves at {@time}.",
            "- The {@train} leaves.",
            "stray",
            "@ speech:phoneticlexicon",
            "- ferry/f eh r iy");
    List<String> sentences = new ArrayList<>();
    List<List<String>> lists = new ArrayList<>();
    DatasetReport report = MarkdownText.read(file, taker(lists, sentences));
    assertThat(lists).hasSize(2).first().isEqualTo(List.of("hydrofoil", "ferry"));
    assertThat(sentences).hasSize(3).allMatch(line -> line.matches("The \\w+ leaves at \\w+\\."));
    assertThat(String.join(" ", sentences)).contains("hydrofoil", "ferry", "nine", "ten", "noon");
    assertThat(report.acceptedLineCount()).isEqualTo(11);
    assertThat(report.rejections())
        .extracting(line -> line.line() + " " + line.why())
        .containsExactlyInAnyOrder(
            "11 There is no list train with items.",
            "12 It is neither a list, a section, an item that begins with - nor a comment.");
  }

  private static MarkdownText.Taker taker(List<List<String>> lists, List<String> sentences) {
    return new MarkdownText.Taker() {
      @Override
      public void list(List<String> items) {
        lists.add(items);
      }

      @Override
      public void sentence(List<String> versions) {
        sentences.addAll(versions);
      }
    };
  }

  @Test
  void itemsOfListsThatAreTooLongTakeTurns() throws IOException {
    StringBuilder all = new StringBuilder("@ list place =\n");
    for (int i = 0; i < 1000; i++) {
      all.append("- Place").append(Integer.toString(i, 26).replaceAll("\\d", "x$0y")).append('\n');
    }
    all.append("# Trips\n");
    for (int i = 0; i < 400; i++) {
      all.append("- Trip ").append(Integer.toString(i, 26)).append(" goes to {@place}.\n");
    }
    List<String> sentences = new ArrayList<>();
    MarkdownText.read(text(all.toString()), taker(new ArrayList<>(), sentences));
    assertThat(sentences).hasSize(200_000);
    assertThat(sentences.stream().map(line -> line.replaceFirst(".* ", "")).distinct())
        .hasSize(1000);
  }

  @Test
  void audioNeedsItsTranscriptAndTheRightFormat() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.wav", wav(16_000, 1, 16, 1));
    files.put("b.wav", wav(44_100, 1, 16, 1));
    files.put("c.wav", wav(16_000, 2, 16, 1));
    files.put("d.wav", wav(8_000, 1, 16, 1));
    files.put("e.wav", "no audio".getBytes(StandardCharsets.UTF_8));
    files.put(
        "trans.txt",
        "\uFEFFa.wav\tone two\nb.wav\tx\nc.wav\tx\ne.wav\tx\nf.wav\tmissing\na.wav\tagain\nnone\n"
            .getBytes(StandardCharsets.UTF_8));
    Path zip = zip(files);
    assertThat(DatasetCheck.guess(zip)).isEqualTo(DatasetKind.ACOUSTIC);
    DatasetReport report = check.check(DatasetKind.ACOUSTIC, zip);
    assertThat(report.acceptedLineCount()).isEqualTo(1);
    assertThat(report.rejections())
        .extracting(line -> line.file() + " " + line.line() + " " + line.why())
        .containsExactly(
            "trans.txt 5 There is no file f.wav.",
            "trans.txt 6 The file has a transcript already.",
            "trans.txt 7 Expected the name of a file, a tab and its transcript.",
            "b.wav 0 Its rate is 44100 Hz, not 8000 or 16000.",
            "c.wav 0 It has 2 channels, not one.",
            "d.wav 0 It has no transcript.",
            "e.wav 0 It is not WAV (RIFF) audio.");
    assertThat(check.statistics().audioSeconds()).isEqualTo(1);
    assertThat(check.statistics().words()).isEqualTo(2);

    files.remove("trans.txt");
    Path alone = zip(files);
    assertThat(DatasetCheck.guess(alone)).isEqualTo(DatasetKind.AUDIO_FILES);
    assertThat(check.check(DatasetKind.AUDIO_FILES, alone).acceptedLineCount()).isEqualTo(2);
    assertThat(check.check(DatasetKind.ACOUSTIC, alone).usable()).isFalse();
  }

  @Test
  void referencesOfTestsAreTranscriptsAndTablesAreNoAudio() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.wav", wav(16_000, 1, 16, 1));
    files.put("b.wav", wav(16_000, 1, 16, 1));
    files.put("origins.csv", "file".getBytes(StandardCharsets.UTF_8));
    files.put(
        "refs.tsv",
        "a.wav\ten-US\tone two\nb.wav\tnot a locale\ttwo\n".getBytes(StandardCharsets.UTF_8));
    DatasetReport report = check.check(DatasetKind.ACOUSTIC, zip(files));
    assertThat(report.acceptedLineCount()).isEqualTo(1);
    assertThat(report.rejections())
        .extracting(line -> line.file() + " " + line.why())
        .containsExactly(
            "refs.tsv Expected the name of a file, a tab and its transcript.",
            "b.wav It has no transcript.");
  }

  @Test
  void whatIsNoArchiveIsSaidToBeNone() throws IOException {
    Path file = text("no archive");
    assertThat(check.check(DatasetKind.AUDIO_FILES, file).problems())
        .containsExactly("data.txt is neither a whole zip archive nor a folder.");
  }

  @Test
  void rulesAreTestedByTheirOwnTests() throws IOException {
    Path file =
        text("# rewrite", "beam scribe\tBeamscribe", "no tab", "# test", "beam scribe\tBeamscribe");
    assertThat(DatasetCheck.guess(file)).isEqualTo(DatasetKind.OUTPUT_FORMATTING);
    DatasetReport report = check.check(DatasetKind.OUTPUT_FORMATTING, file);
    assertThat(report.acceptedLineCount()).isEqualTo(4);
    assertThat(report.rejections())
        .extracting(DatasetReport.Rejection::why)
        .containsExactly("Expected two texts with a tab between them.");
  }

  @Test
  void stopsWhenItIsNotWantedAnyMore() throws IOException {
    Path file = text("a line");
    assertThatThrownBy(
            () -> new DatasetCheck("en-US", () -> true).check(DatasetKind.LANGUAGE, file))
        .isInstanceOf(CancellationException.class);
  }

  private Path text(String... lines) throws IOException {
    return Files.writeString(folder.resolve("data.txt"), String.join("\n", lines) + "\n");
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    Path zip = folder.resolve("data.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue());
      }
    }
    return zip;
  }

  private static byte[] wav(int rate, int channels, int bits, int seconds) {
    int frame = channels * bits / 8;
    int bytes = rate * seconds * frame;
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * frame);
    out.putShort((short) frame).putShort((short) bits);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return out.array();
  }
}
