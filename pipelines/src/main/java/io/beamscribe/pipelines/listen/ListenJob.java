// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.AbsolutePaths;
import io.beamscribe.pipelines.inputs.KafkaProperties;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.job.JobKind;
import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.job.RunningJob;
import io.beamscribe.pipelines.transcribe.PollInterval;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.kafka.KafkaServers;
import io.beamscribe.transforms.live.TranscribeTopic;
import io.beamscribe.transforms.publishing.ResultTopic;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.StreamingOptions;

/** Recognises the sessions in a topic, until it is stopped. Not thread-safe. */
@Internal
public final class ListenJob {
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final ListenOptions options;
  private final TranscribeTopic work;
  private final ModelListener listener;

  private ListenJob(ListenOptions options, TranscribeTopic work, ModelListener listener) {
    this.options = options;
    this.work = work;
    this.listener = listener;
  }

  /**
   * Validates a job and downloads its model.
   *
   * @throws UsageException if an option is wrong
   * @throws JobException if the model is unavailable
   */
  public static ListenJob of(ListenOptions options, ModelListener listener)
      throws UsageException, JobException {
    MisplacedFlags.requireNoneOfATerminal(options);
    TopicAddress input = TopicAddress.parse("--input", options.getInput().get(0));
    if (options.getOutput() == null) {
      throw new UsageException(
          "--output is missing: the topic for phrases, as in --output=kafka://broker:9092/text.");
    }
    TopicAddress output = TopicAddress.parse("--output", options.getOutput());
    if (output.equals(input)) {
      throw new UsageException("--output must be another topic than --input.");
    }
    Duration idle =
        options.getIdle() == null ? IDLE : PollInterval.parse("--idle", options.getIdle());
    RunnerSupport support = RunnerSupports.of(options);
    KafkaProperties.requireReadable(options);
    if (support.worksElsewhere(options) && options.getModelStore() != null) {
      options.setModelStore(AbsolutePaths.of(options.getModelStore()));
    } else if (options.isDetached() && !support.worksElsewhere(options)) {
      throw new UsageException("--detached is for jobs on a cluster.");
    }
    options.as(StreamingOptions.class).setStreaming(true);
    StoredInputs.reach(
        options,
        Stream.of(
                TextChoice.files(options),
                Stream.ofNullable(options.getModel()),
                Stream.ofNullable(options.getModelStore()))
            .flatMap(each -> each)
            .toArray(String[]::new));
    support.prepareStream(options);
    TextOptions text = TextChoice.of(options);
    TextChoice.test(text, Optional.ofNullable(options.getLocale()));
    String settings = options.getKafkaProperties();
    TranscribeTopic work =
        new TranscribeTopic(
            ListenSettings.of(options, text, listener),
            new KafkaTopic(
                new KafkaServers(input.servers(), settings),
                input.topic(),
                options.getKafkaGroup()),
            new ResultTopic(new KafkaServers(output.servers(), settings), output.topic()),
            idle,
            !Boolean.FALSE.equals(options.getPartials()));
    return new ListenJob(options, work, listener);
  }

  /** Whether the work is done by a cluster. */
  public boolean worksElsewhere() {
    return RunnerSupports.of(options).worksElsewhere(options);
  }

  /** Whether it is to be handed over to a cluster. */
  public boolean isDetached() {
    return RunnerSupports.of(options).handsOver(options);
  }

  /** Hands it over to its cluster; returns what has become of it, in a sentence. */
  public String handOver() throws JobException {
    return RunningJob.handOver(pipeline());
  }

  /** Starts it. */
  public JobHandle<Void> start() throws JobException {
    return RunningJob.start(
        pipeline(),
        new JobKind<Void>() {
          @Override
          public Supplier<JobProgress> progress(PipelineResult running) {
            return () -> JobProgress.NONE;
          }

          @Override
          public Void result(JobProgress end) {
            throw new IllegalStateException("A stream has no result.");
          }

          @Override
          public void say(String sentence) {
            listener.say(sentence);
          }
        });
  }

  private Pipeline pipeline() {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Listen", work);
    return pipeline;
  }
}
