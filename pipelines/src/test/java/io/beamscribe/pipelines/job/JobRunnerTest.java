package io.beamscribe.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.cli.CommandLineParser;
import io.beamscribe.pipelines.cli.NoCommand;
import io.beamscribe.pipelines.cli.Request;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private static final ProgressSource.Snapshot NOTHING =
      new ProgressSource.Snapshot(0, 0, 0, 0, 0, 0);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void returnsWhenTheJobIsDone() throws Exception {
    ProgressSource source = run(false, "fine");

    assertThat(source.snapshot()).isEqualTo(NOTHING);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void saysTheSentenceOfTheCause() {
    assertThatThrownBy(() -> run(false, "speech"))
        .isInstanceOf(JobException.class)
        .hasMessage("The disk is full.");
    assertThatThrownBy(() -> run(false, "bug"))
        .isInstanceOf(JobException.class)
        .hasMessage("The job failed: IllegalStateException: first line");
  }

  @Test
  void anErrorIsAFailedJobWhateverStateTheRunnerIsIn() {
    assertThatThrownBy(() -> run(false, "memory"))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("The job ran out of memory;");
  }

  @Test
  void aSourceThatFailsDoesNoHarm() throws Exception {
    run(true, "slow");

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("0 of 0 files");
  }

  private ProgressSource run(boolean terminal, String what) throws Exception {
    CommandLineParser parser = new CommandLineParser("p", "1", List.of(new NoCommand()));
    Request.Run request = (Request.Run) parser.parse("run", "--output=o", "--input=i");
    Pipeline pipeline = Pipeline.create(request.options());
    pipeline.apply(Create.of(what)).apply(ParDo.of(new EndFn()));
    Function<PipelineResult, ProgressSource> source =
        result ->
            () -> {
              if (what.equals("slow")) {
                throw new IllegalStateException("no metrics");
              }
              return NOTHING;
            };
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    return JobRunner.run(pipeline, source, ProgressMode.AUTO, new Console(print, print, terminal));
  }

  private static final class EndFn extends DoFn<String, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void end(@Element String what) throws Exception {
      switch (what) {
        case "speech" -> throw new SpeechException(ErrorKind.TRANSIENT, "The disk is full.");
        case "bug" -> throw new IllegalStateException("first line\nsecond line");
        case "memory" -> throw new OutOfMemoryError("made for a test");
        case "slow" -> Thread.sleep(1500);
        default -> {}
      }
    }
  }
}
