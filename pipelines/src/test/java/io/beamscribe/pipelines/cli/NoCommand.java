package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** A command with the flags of transcribe that does nothing. */
public final class NoCommand implements Command {
  @Override
  public String words() {
    return "run";
  }

  @Override
  public String summary() {
    return "Does nothing.";
  }

  @Override
  public Class<TranscribeOptions> options() {
    return TranscribeOptions.class;
  }

  @Override
  public boolean runsJob() {
    return true;
  }

  @Override
  public List<String> examples() {
    return List.of("run");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console) {
    return ExitCode.DONE;
  }
}
