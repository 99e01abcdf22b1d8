package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.TranscribeStream;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobRunner;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.transcribe.PollInterval;
import io.beamscribe.pipelines.transcribe.RunMetrics;
import io.beamscribe.pipelines.transcribe.TranscriptionSetup;
import io.beamscribe.pipelines.transcribe.WatchOptions;
import io.beamscribe.pipelines.transcribe.WatchSource;
import io.beamscribe.transforms.TranscribeContinuously;
import io.beamscribe.transforms.events.KafkaTopic;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.StreamingOptions;

/** {@code watch}: transcribes what is there and what comes, until it is stopped. */
public final class WatchCommand implements Command {
  @Override
  public String words() {
    return "watch";
  }

  @Override
  public String summary() {
    return "Transcribes audio as it comes to a folder or store, until it is stopped.";
  }

  @Override
  public Class<WatchOptions> options() {
    return WatchOptions.class;
  }

  @Override
  public boolean runsJob() {
    return true;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "watch --input='s3a://calls/**' --output=s3a://text/calls --locale=ko-KR",
        "watch --input=inbox --output=out --locale=en-US --pollInterval=2s");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    WatchOptions watch = options.as(WatchOptions.class);
    Duration interval = PollInterval.parse(watch.getPollInterval());
    requireEvents(watch);
    watch.as(StreamingOptions.class).setStreaming(true);
    TranscriptionSetup setup = TranscriptionSetup.stream(watch, console);
    Pipeline pipeline = Pipeline.create(watch);
    TranscribeStream.build(pipeline, watch(watch, setup, interval));
    console
        .err()
        .printf(
            "Watching with %s (%s); results go to %s.%n",
            setup.settings().recognition().modelId(), setup.models().reason(), watch.getOutput());
    JobRunner.run(pipeline, result -> new RunMetrics(watch, result), watch.getProgress(), console);
    return ExitCode.DONE;
  }

  private static TranscribeContinuously watch(
      WatchOptions options, TranscriptionSetup setup, Duration interval) {
    List<String> inputs = setup.inputs().all();
    return options.getSource() == WatchSource.POLL
        ? TranscribeContinuously.polling(setup.settings(), threads(options), inputs, interval)
        : TranscribeContinuously.listening(
            setup.settings(),
            threads(options),
            inputs,
            new KafkaTopic(
                options.getKafkaServers(),
                options.getKafkaTopic(),
                options.getKafkaGroup(),
                options.getKafkaProperties()));
  }

  private static void requireEvents(WatchOptions options) throws UsageException {
    boolean kafka = options.getSource() == WatchSource.KAFKA;
    boolean named = options.getKafkaServers() != null && options.getKafkaTopic() != null;
    if (kafka && !named) {
      throw new UsageException(
          "--source=kafka needs --kafkaServers and --kafkaTopic, as in --kafkaServers=kafka:9092"
              + " --kafkaTopic=calls.");
    }
    if (!kafka && (options.getKafkaServers() != null || options.getKafkaTopic() != null)) {
      throw new UsageException("--kafkaServers and --kafkaTopic are for --source=kafka.");
    }
  }

  /** Elsewhere than on one machine the runner says how many things a worker does at a time. */
  private static int threads(WatchOptions options) {
    if (!RunnerSupport.worksHere(options)) {
      return 1;
    }
    return options.getParallelism() > 0
        ? options.getParallelism()
        : Runtime.getRuntime().availableProcessors();
  }
}
