// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
  @TempDir Path folder;

  @Test
  void rendersWhatHasAMarkerInAnOutputFolder() throws IOException {
    result("out/transcripts/a b/음성.wav.json");
    result("out/transcripts/unfinished.wav.json");
    file("out/_done/a b/음성.wav.json", "{}");
    file("out/_done/gone.wav.json", "{}");
    file("out/report.json", "{}");

    CommandLine run = render("--input=" + folder.resolve("out"), "--formats=txt,srt");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo("1 transcript rendered as txt,srt\n");
    assertThat(folder.resolve("out/transcripts/a b/음성.wav.txt")).content().contains("안녕 hello");
    assertThat(folder.resolve("out/transcripts/a b/음성.wav.srt")).content().contains("-->");
    assertThat(folder.resolve("out/transcripts/unfinished.wav.txt")).doesNotExist();
  }

  @Test
  void rendersAFolderOfResultsOfOtherServicesIntoAnother() throws IOException {
    result("azure/x/contenturl_0.json");
    file("azure/report.json", "{}");
    Path target = folder.resolve("target");

    CommandLine run =
        render("--input=" + folder.resolve("azure"), "--output=" + target, "--formats=json,vtt");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(target.resolve("x/contenturl_0.vtt")).content().startsWith("WEBVTT");
    assertThat(target.resolve("x/contenturl_0.json")).exists();
    assertThat(target.toFile().list()).containsExactly("x");
  }

  @Test
  void figuresAboutCallsNeedNoOtherFormat() throws IOException {
    result("in/call.json");
    file("rules.yaml", "categories:\n- name: Hello\n  mentions: hello\n");
    String[] flags = {
      "--input=" + folder.resolve("in"),
      "--analytics=call",
      "--callRules=" + folder.resolve("rules.yaml")
    };

    CommandLine run = render(flags);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo("1 transcript rendered as analytics,call\n");
    assertThat(folder.resolve("in/call.analytics.json")).content().contains("\"name\": \"Hello\"");
    assertThat(folder.resolve("in").toFile().list()).hasSize(3);
    // What was written is no transcript.
    assertThat(render(flags).out()).isEqualTo("1 transcript rendered as analytics,call\n");

    file("rules.yaml", "categories:\n- name: Hello\n  mention: hello\n");
    CommandLine wrong = render(flags);
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("rules.yaml, line 3: 'mention' is not known here; did you");
    assertThat(render("--input=" + folder.resolve("in")).err()).contains("--formats is missing");
  }

  @Test
  void aBrokenResultCostsItselfAlone() throws IOException {
    result("in/good.json");
    file("in/broken.json", "{\"source\": ");
    file("in/other.json", "{}");

    CommandLine run = render("--input=" + folder.resolve("in"), "--formats=txt");

    assertThat(run.code()).isEqualTo(ExitCode.FILES_FAILED);
    assertThat(run.out()).isEqualTo("1 transcript rendered as txt, 2 failed\n");
    assertThat(run.err().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("is not the result of a transcription"));
    assertThat(folder.resolve("in/good.txt")).exists();
    assertThat(folder.resolve("in/broken.txt")).doesNotExist();
  }

  @Test
  void cutsCaptionsAsAskedAndReportsFailuresInOrder() throws IOException {
    for (int i = 10; i < 30; i++) {
      result("in/" + i + ".json");
      file("in/" + i + "-broken.json", "{}");
    }

    CommandLine run =
        render(
            "--input=" + folder.resolve("in"),
            "--output=" + folder.resolve("out"),
            "--formats=srt,karaoke,ttml,docx,html",
            "--captionMaxLineLength=20",
            "--captionLines=1");

    assertThat(run.code()).isEqualTo(ExitCode.FILES_FAILED);
    assertThat(run.out())
        .endsWith("20 transcripts rendered as srt,karaoke,ttml,docx,html, 20 failed\n");
    assertThat(run.err().lines()).hasSize(20).isSorted();
    assertThat(folder.resolve("out/17.karaoke.vtt")).content().startsWith("WEBVTT");
    assertThat(folder.resolve("out").toFile().list()).hasSize(100);
    CommandLine wrong = render("--input=" + folder, "--formats=srt", "--captionMaxLineLength=10");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).startsWith("--captionMaxLineLength must be 20 to 200, not '10'.");
  }

  @Test
  void takesPatterns() throws IOException {
    result("in/a.json");
    result("in/b.json");

    CommandLine run =
        render(
            "--input=" + folder.resolve("in/*.json"),
            "--output=" + folder.resolve("out"),
            "--formats=txt");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("out").toFile().list()).containsExactlyInAnyOrder("a.txt", "b.txt");
  }

  @Test
  void refusesToWriteOverWhatItReadsOrTwiceToOnePlace() throws IOException {
    result("one/a.json");
    result("two/a.json");

    CommandLine over = render("--input=" + folder.resolve("one"), "--formats=json");
    assertThat(over.code()).isEqualTo(ExitCode.USAGE);
    assertThat(over.err()).startsWith("--formats=json would write over what is read");

    CommandLine twice =
        render(
            "--input=" + folder.resolve("one") + "," + folder.resolve("two"),
            "--output=" + folder.resolve("out"),
            "--formats=txt");
    assertThat(twice.code()).isEqualTo(ExitCode.USAGE);
    assertThat(twice.err()).contains("would both become " + folder.resolve("out/a"));
  }

  @Test
  void saysWhereThereIsNothing() {
    CommandLine run = render("--input=" + folder, "--formats=txt");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("There is no transcript in the input '" + folder + "'.");
  }

  private static CommandLine render(String... flags) {
    String[] args = new String[flags.length + 1];
    args[0] = "render";
    System.arraycopy(flags, 0, args, 1, flags.length);
    return CommandLine.run(args);
  }

  private void result(String name) throws IOException {
    List<Word> words = List.of(new Word("안녕", 0, 500, 0.9), new Word("hello", 500, 900, 0.8));
    Phrase phrase = new Phrase(0, 0, 900, null, List.of(Reading.verbatim("안녕 hello", 0.85, words)));
    Transcript transcript =
        new Transcript("a.wav", Instant.EPOCH, 1000, List.of(0), List.of(phrase), null);
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, TranscriptJson.write(transcript, FormatOptions.DEFAULT));
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
