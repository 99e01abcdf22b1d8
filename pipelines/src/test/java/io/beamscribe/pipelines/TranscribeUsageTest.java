// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages before any work is done. */
class TranscribeUsageTest {
  @TempDir Path folder;

  @Test
  void inputThatNamesNothing() {
    String none = folder.resolve("none.wav").toString();
    assertUsage("There is no file or folder '" + none + "'.", "--input=" + none);

    String pattern = folder.resolve("**/*.wav").toString();
    assertUsage("No file matches the input '" + pattern + "'.", "--input=" + pattern);
  }

  @Test
  void inputThatIsAPipeOrDevice() {
    assertUsage(
        "The input '/dev/null' is neither a file nor a folder: pipes and devices are not read.",
        "--input=/dev/null");
    assertThat(CommandLine.run("render", "--input=/dev/zero", "--formats=srt").err())
        .startsWith("The input '/dev/zero' is neither a file nor a folder");
  }

  /** None of them is read, as they have no end or more than memory holds. */
  @Test
  void filesOfFlagsThatDoNotFitIntoMemory() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder.resolve("a.wav");
    String locale = "--locale=ko-KR";
    Path large = folder.resolve("large");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    for (String flag :
        List.of(
            "--rules=",
            "--callRules=",
            "--catalog=",
            "--phrases=@",
            "--profanityWords=@",
            "--profanityExceptions=@")) {
      assertTooLarge("transcribe", input, locale, flag + large);
    }
    assertTooLarge("transcribe", "--input=@" + large, locale);
    assertTooLarge("text", locale, "--rules=" + large);
    assertTooLarge("assess", input, "--references=" + large);
    assertTooLarge("render", "--input=@" + large, "--formats=srt");
  }

  private void assertTooLarge(String command, String... flags) {
    List<String> all = new ArrayList<>(List.of(command, "--output=" + folder.resolve("out")));
    all.addAll(List.of(flags));
    if (command.equals("text")) {
      all.remove(1);
    }
    CommandLine run = CommandLine.run(all.toArray(new String[0]));

    assertThat(run.code()).as(all + ": " + run.err()).isIn(ExitCode.USAGE, ExitCode.JOB_FAILED);
    assertThat(run.err()).as(all.toString()).contains(": it has more than ", "MB, or no end.");
  }

  @Test
  void devicesThatOtherCommandsAreToRead() {
    String sentence =
        "The input '/dev/zero' is neither a file nor a folder: pipes and devices are not read.";
    String output = "--output=" + folder.resolve("out");
    assertThat(
            List.of(
                CommandLine.run("export", "--input=/dev/zero", "--to=csv", output),
                CommandLine.run("dataset", "check", "/dev/zero"),
                CommandLine.run("adapt", "--base=vosk-small-ko", "--text=/dev/zero", output)))
        .allSatisfy(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE))
        .allSatisfy(run -> assertThat(run.err()).startsWith(sentence));
    assertThat(CommandLine.run("voices", "list", "--voices=/dev/zero").err())
        .startsWith("--voices=/dev/zero is not a folder.");
  }

  @Test
  void outputThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    CommandLine run =
        CommandLine.run("transcribe", "--input=" + folder, "--output=" + file.resolve("out"));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("Nothing can be written to the output " + file + "/out.");
  }

  @Test
  void theProbeOfTheOutputLeavesNothing() throws Exception {
    Preflight.requireWritable(folder.resolve("a/b").toString(), StorageSettings.NONE);

    assertThat(folder.resolve("a/b")).isEmptyDirectory();
  }

  @Test
  void numbersOfSpeakers() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;

    assertUsage(
        "--minSpeakers=3 is more than --maxSpeakers=2.",
        input,
        "--locale=ko-KR",
        "--diarization",
        "--minSpeakers=3",
        "--maxSpeakers=2");
    assertUsage(
        "--minSpeakers and --maxSpeakers bound the number of speakers; add --diarization.",
        input,
        "--locale=ko-KR",
        "--maxSpeakers=2");
  }

  @Test
  void audioStreamThatCannotBe() throws IOException {
    Files.createFile(folder.resolve("a.wav"));

    assertUsage(
        "--audioStream must be default, the number of a stream or a language, not '0'.",
        "--input=" + folder,
        "--locale=ko-KR",
        "--audioStream=0");
  }

  @Test
  void localeThatIsMissingOrUnknown() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;

    assertUsage(
        "--locale is missing: say what language is spoken, as in --locale=ko-KR, or --locale=auto.",
        input);
    assertUsage("No model is known for 'kr-KR'; did you mean ko-KR?", input, "--locale=kr-KR");
    assertUsage(
        "No model is called 'vosk-smal-ko'; did you mean vosk-small-ko?",
        input,
        "--model=vosk-smal-ko");
    assertThat(run(input, "--locale=xx-XX").err())
        .startsWith("No model is known for 'xx-XX'; there are some for ");
  }

  @Test
  void languageIdentificationThatCannotBe() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;
    String auto = "--locale=auto";
    String continuous = "--languageIdentification=Continuous";

    assertUsage(
        "--languageIdentification is for language identification; add --locale=auto.",
        input,
        "--locale=ko-KR",
        continuous);
    assertUsage(
        "--candidateLocales is for language identification; add --locale=auto.",
        input,
        "--candidateLocales=ko-KR,en-US");
    assertUsage(
        "--languageIdentification must be single or continuous, not 'both'.",
        input,
        auto,
        "--languageIdentification=both");
    assertUsage(
        "--languageIdentification=continuous needs 2 to 10 languages to choose from, as in"
            + " --candidateLocales=ko-KR,en-US; there are 0.",
        input,
        auto,
        continuous);
    assertUsage(
        "--languageIdentification=continuous needs 2 to 10 languages to choose from, as in"
            + " --candidateLocales=ko-KR,en-US; there are 11.",
        input,
        auto,
        continuous,
        "--candidateLocales=ko-KR,en-US,de-DE,fr-FR,es-ES,it-IT,ja-JP,zh-CN,pt-BR,nl-NL,sv-SE");
    assertUsage(
        "--candidateLocales names only one language; use --locale=ko-KR instead.",
        input,
        auto,
        "--candidateLocales=ko-KR");
    assertUsage(
        "--candidateLocales names en-US and en-GB, but regions of a language cannot be told apart.",
        input,
        auto,
        "--candidateLocales=en-US,ko-KR,en-GB");
    assertUsage(
        "--candidateLocales must name languages such as ko-KR, not '한국어'.",
        input,
        auto,
        "--candidateLocales=ko-KR,한국어");
  }

  @Test
  void modelsThatDoNotFitTheLanguages() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;
    String auto = "--locale=auto";

    assertUsage(
        "--models must be a locale and its model, as in ko-KR:vosk-small-ko, not"
            + " 'vosk-small-ko'.",
        input,
        auto,
        "--models=vosk-small-ko");
    assertUsage(
        "--models names two models for ko-KR.",
        input,
        auto,
        "--models=ko-KR:vosk-small-ko,ko-KR:whisper-base");
    assertUsage(
        "--models names a model for ja-JP, which is not among --candidateLocales.",
        input,
        auto,
        "--candidateLocales=ko-KR,en-US",
        "--models=ja-JP:vosk-small-ja");
    assertUsage(
        "No model is called 'vosk-smal-ko'; did you mean vosk-small-ko?",
        input,
        auto,
        "--models=ko-KR:vosk-smal-ko");
    assertUsage(
        "--model and --models both name the model for ko-KR.",
        input,
        "--locale=ko-KR",
        "--model=vosk-small-ko",
        "--models=ko-KR:vosk-small-ko");
    assertUsage(
        "--locale=auto needs a model of the engine whisper; vosk-small-ko only transcribes, and"
            + " only one language.",
        input,
        auto,
        "--model=vosk-small-ko");
    assertUsage(
        "--task=translate needs a model of the engine whisper; vosk-small-ko only transcribes, and"
            + " only one language.",
        input,
        "--locale=ko-KR",
        "--model=vosk-small-ko",
        "--task=translate");
    assertUsage("--beam must be 1 to 10, not '11'.", input, "--locale=ko-KR", "--beam=11");
  }

  @Test
  void patternsThatCannotBe() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;
    String locale = "--locale=ko-KR";

    assertUsage(
        "--include: 'call[1.wav' is not a pattern: Missing '].",
        input,
        locale,
        "--include=call[1.wav");
    assertUsage(
        "--exclude is for paths below the input, as in the report, not for the address"
            + " 's3a://calls/old'.",
        input,
        locale,
        "--exclude=*.mp3,s3a://calls/old");
    assertUsage(
        "--include has a pattern that names nothing.", input, locale, "--include=*.wav,,*.mp3");
    assertUsage("--exclude is empty.", input, locale, "--exclude=");
  }

  @Test
  void extentsThatCannotBe() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;
    String locale = "--locale=ko-KR";

    for (String limit : List.of("0", "-1", "1.5", "0h", "2d", "h", "1e3", "9999999999", "many")) {
      assertUsage(
          "--limit must be a number of files, as in 100, or of hours of audio, as in 2.5h, not '%s'."
              .formatted(limit),
          input,
          locale,
          "--limit=" + limit);
    }
    assertUsage("--pricePerCoreHour is for --dryRun.", input, locale, "--pricePerCoreHour=1");
    for (String price : List.of("-1", "0,04", "4 EUR", "1e3")) {
      assertUsage(
          "--pricePerCoreHour must be a number such as 0.04, without a currency, not '%s'."
              .formatted(price),
          input,
          locale,
          "--dryRun",
          "--pricePerCoreHour=" + price);
    }
    for (String failures : List.of("-1", "101%", "%", "0.5", "5 %", "all")) {
      assertUsage(
          "--maxFailures must be a number of files, as in 10, or a share, as in 5%%, not '%s'."
              .formatted(failures),
          input,
          locale,
          "--maxFailures=" + failures);
    }
  }

  private void assertUsage(String sentence, String... flags) {
    CommandLine run = run(flags);
    assertThat(run.err().lines()).first().isEqualTo(sentence);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  private CommandLine run(String... flags) {
    String[] args = new String[flags.length + 2];
    args[0] = "transcribe";
    args[1] = "--output=" + folder.resolve("out");
    System.arraycopy(flags, 0, args, 2, flags.length);
    return CommandLine.run(args);
  }
}
