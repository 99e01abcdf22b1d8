// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "transcrib > 'transcrib' is not a command of beamscribe; did you mean transcribe?",
        "--locale=ko transcribe > '--locale' comes before the command; write: beamscribe COMMAND"
            + " --locale=ko",
        "transcribe --locals=ko > --locals is not a flag of transcribe; did you mean --locale?",
        "transcribe --format=srt > --format is not a flag of transcribe; did you mean --formats?",
        "transcribe --tempLocaton=x > --tempLocaton is not a flag of transcribe; did you mean"
            + " --tempLocation?",
        "transcribe --talkers > --talkers is not a flag of transcribe.",
        "transcribe --references=refs.tsv > --references is not a flag of transcribe.",
        "evaluate --input=a > --input is not a flag of evaluate.",
        "transcribe --input=a --output > --output needs a value, as in --output=FOLDER.",
        "transcribe --input=a --output=b --output=c > --output is given twice.",
        "transcribe --input=a --output=b --channels=both > --channels must be auto, mix or split,"
            + " not 'both'.",
        "transcribe --input=a --output=b --alternatives=12 > --alternatives must be 1 to 10, not"
            + " '12'.",
        "transcribe --input=a --output=b --parallelism=0 > --parallelism must be 1 to 1000, not"
            + " '0'.",
        "transcribe --input=a --output=b --formats=json,doc > --formats must be json, txt, srt,"
            + " vtt, ctm, rttm, ttml, karaoke, textgrid, stm, eaf, audacity, docx, html,"
            + " analytics or call, not 'doc'.",
        "transcribe --input=a --output=b --overwrite=maybe > --overwrite must be true or false, not"
            + " 'maybe'.",
        "transcribe --input=a --output= > --output is empty.",
        "transcribe --input a.wav b.wav > 'b.wav' is not part of a flag; put patterns in quotes, as"
            + " in --input='audio/*.wav'.",
        "transcribe --input=a > --output is missing, as in: beamscribe transcribe"
            + " --input='audio/**' --output=out --locale=ko-KR",
      })
  void saysInOneSentenceWhatIsWrongAndWhatIsRight(String line, String sentence) {
    CommandLine run = CommandLine.run(line.split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2).first().isEqualTo(sentence);
    assertThat(run.err().lines().skip(1)).first().asString().startsWith("Try: beamscribe ");
  }

  @Test
  void namesTheFlagWhoseValueBeamDoesNotTake() {
    CommandLine run =
        CommandLine.run(
            "transcribe", "--input=a", "--output=b", "--jobName=j", "--targetParallelism=x");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("Beam rejects --targetParallelism=x (");
  }

  @Test
  void helpShowsFlagsByGroupWithDefaults() {
    CommandLine run = CommandLine.run("transcribe", "--help");

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().map(line -> line.replaceAll("(?<=\\S) +", " ")))
        .containsSubsequence(
            "Usage: beamscribe transcribe [OPTIONS]",
            "Input and output",
            "      --formats=FORMAT,... Formats to write. [json,txt]",
            "      --overwrite=true|false Transcribe again files that already have results."
                + " [false]",
            "Recognition",
            "      --alternatives=N Number of readings per phrase, best first, 1 to 10. [1]",
            "Running",
            "Examples",
            "  beamscribe transcribe --input='audio/**' --output=out --locale=ko-KR");
    assertThat(run.out().lines())
        .allMatch(line -> line.length() <= 100)
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void eachGroupOfCommandsHasItsOwnSentence() {
    assertThat(
            CommandLine.run("--help").out().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains(
            "voices Enrolls, lists and deletes known voices.",
            "models Lists, downloads and verifies models.");
    assertThat(CommandLine.run("voices", "--help").out())
        .contains("Enrolls, lists and deletes known voices.")
        .doesNotContain("models");
  }

  @Test
  void helpWithoutACommandListsTheCommands() {
    assertThat(CommandLine.run("--help").out())
        .contains("\n  transcribe ")
        .doesNotContain("--input");
    assertThat(CommandLine.run().out()).isEqualTo(CommandLine.run("--help").out());
    assertThat(CommandLine.run("--version").out()).startsWith("beamscribe ");
  }
}
