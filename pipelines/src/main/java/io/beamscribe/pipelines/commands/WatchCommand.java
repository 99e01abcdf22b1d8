// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.pipelines.transcribe.WatchOptions;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code watch}: runs the streaming job until it is stopped. */
@Internal
public final class WatchCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob(
        "watch",
        "Transcribes audio as it arrives in a folder or store, until it is stopped.",
        WatchOptions.class,
        "watch --input='s3a://calls/**' --output=s3a://text/calls --locale=ko-KR",
        "watch --input=inbox --output=out --locale=en-US --pollInterval=2s");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    WatchOptions watch = options.as(WatchOptions.class);
    TranscribeJob job = ready(watch, console);
    console
        .err()
        .printf(
            "Watching with %s (%s); results go to %s.%n",
            job.modelId(), job.modelReason(), watch.getOutput());
    if (job.isDetached()) {
      console.out().println(job.handOver());
      return ExitCode.DONE;
    }
    Optional<JobHandle<RunReport>> working = job.working();
    if (working.isPresent()) {
      console.err().println("The cluster works on this already: following that job.");
    }
    JobConsole.run(
        () -> working.isPresent() ? working.get() : job.start(),
        job.worksElsewhere(),
        watch.getProgress(),
        console);
    return ExitCode.DONE;
  }

  private static TranscribeJob ready(WatchOptions options, Console console)
      throws UsageException, JobException {
    try (DownloadLine line = new DownloadLine(console)) {
      return TranscribeJob.stream(options, line);
    }
  }
}
