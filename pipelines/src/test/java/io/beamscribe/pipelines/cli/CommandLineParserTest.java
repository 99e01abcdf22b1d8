// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.recognition.Isolation;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.junit.jupiter.api.Test;

class CommandLineParserTest {
  private final CommandLineParser parser =
      new CommandLineParser("program", "1", List.of(new NoCommand()));

  @Test
  void takesBothWaysToGiveAValue() throws UsageException {
    TranscribeOptions options =
        parse("run", "--input", "a b.wav", "--input=c", "--output", "out", "--channels=Split");

    assertThat(options.getInput()).containsExactly("a b.wav", "c");
    assertThat(options.getOutput()).isEqualTo("out");
    assertThat(options.getChannels()).isEqualTo(ChannelMode.SPLIT);
  }

  @Test
  void leavesAtSignsAndCommasOfInputAlone() throws UsageException {
    TranscribeOptions options = parse("run", "--input=@list.txt", "--input=a,b", "--output=o");

    assertThat(options.getInput()).containsExactly("@list.txt", "a,b");
  }

  @Test
  void booleansNeedNoValue() throws UsageException {
    TranscribeOptions options =
        parse("run", "--input=a", "--overwrite", "--wordLevelTimestamps=false", "--output=o");

    assertThat(options.isOverwrite()).isTrue();
    assertThat(options.isWordLevelTimestamps()).isFalse();
  }

  @Test
  void formatsComeBySeveralFlagsOrCommasEachOnce() throws UsageException {
    TranscribeOptions options =
        parse("run", "--input=a", "--output=o", "--formats=TXT, srt", "--formats=srt,json");

    assertThat(options.getFormats()).containsExactly("txt", "srt", "json");
  }

  @Test
  void defaults() throws UsageException {
    TranscribeOptions options = parse("run", "--input=a", "--output=o");

    assertThat(options.getLocale()).isNull();
    assertThat(options.getModel()).isNull();
    assertThat(options.getFormats()).containsExactly("json", "txt");
    assertThat(options.getChannels()).isEqualTo(ChannelMode.AUTO);
    assertThat(options.getAlternatives()).isEqualTo(1);
    assertThat(options.getIsolation()).isEqualTo(Isolation.PROCESS);
    assertThat(options.isWordLevelTimestamps()).isTrue();
    assertThat(options.isOverwrite()).isFalse();
    assertThat(options.getProgress()).isEqualTo(ProgressMode.AUTO);
  }

  @Test
  void whatTheUserSaysToBeamStands() throws UsageException {
    TranscribeOptions options =
        parse(
            "run",
            "--input=a",
            "--output=o",
            "--jobName=nightly",
            "--blockOnRun",
            "--targetParallelism",
            "3");

    assertThat(options.getJobName()).isEqualTo("nightly");
    assertThat(options.as(DirectOptions.class).isBlockOnRun()).isTrue();
    assertThat(options.as(DirectOptions.class).getTargetParallelism()).isEqualTo(3);
  }

  private TranscribeOptions parse(String... args) throws UsageException {
    return ((Request.Run) parser.parse(args)).options().as(TranscribeOptions.class);
  }
}
