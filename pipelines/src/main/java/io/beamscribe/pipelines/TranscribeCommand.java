package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.Console;
import io.beamscribe.pipelines.cli.ExitCode;
import io.beamscribe.pipelines.cli.JobException;
import io.beamscribe.pipelines.cli.JobRunner;
import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.transforms.TranscriptionSettings;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code transcribe}: checks what can be checked before any work, runs the job, sums it up. */
final class TranscribeCommand implements Command {
  @Override
  public String words() {
    return "transcribe";
  }

  @Override
  public String summary() {
    return "Transcribes audio into a folder of transcripts and a report.";
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
    return List.of(
        "transcribe --input='audio/**' --output=out --locale=ko-KR",
        "transcribe --input=@calls.txt --output=out --locale=en-US --formats=json,srt");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    TranscribeOptions transcribe = options.as(TranscribeOptions.class);
    TranscriptionModels models = TranscriptionModels.choose(transcribe, console);
    TranscriptionSettings settings = TranscribeBatch.settings(transcribe, models);
    Pipeline pipeline = Pipeline.create(transcribe);
    TranscribeBatch.build(pipeline, transcribe.getInput(), settings);
    JobRunner.run(pipeline, RunMetrics::new, transcribe.getProgress(), console);
    return ExitCode.DONE;
  }
}
