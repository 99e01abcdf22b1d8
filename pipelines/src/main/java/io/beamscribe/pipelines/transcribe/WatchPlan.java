// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.KafkaProperties;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.options.Parallelism;
import io.beamscribe.transforms.TranscribeContinuously;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.kafka.KafkaServers;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** How a streaming job discovers files, validated before any work is done. */
record WatchPlan(WatchOptions options, Duration interval) {
  private static final Pattern SERVERS = Pattern.compile("[^,\\s]+:\\d+(,[^,\\s]+:\\d+)*");

  static WatchPlan of(WatchOptions options) throws UsageException {
    Duration interval = PollInterval.parse(options.getPollInterval());
    requireEvents(options);
    return new WatchPlan(options, interval);
  }

  TranscribeContinuously transform(TranscriptionSetup setup) {
    List<String> inputs = setup.inputs().all();
    TranscriptionSettings settings = setup.settings().withThreads(threads());
    TranscribeContinuously work =
        options.getSource() == WatchSource.POLL
            ? TranscribeContinuously.polling(settings, inputs, interval)
            : TranscribeContinuously.listening(
                settings,
                inputs,
                new KafkaTopic(kafka(), options.getKafkaTopic(), options.getKafkaGroup()));
    return options.getResultsTopic() == null
        ? work
        : work.publishing(new ResultTopic(kafka(), options.getResultsTopic()));
  }

  private KafkaServers kafka() {
    return new KafkaServers(options.getKafkaServers(), options.getKafkaProperties());
  }

  private static void requireEvents(WatchOptions options) throws UsageException {
    boolean kafka = options.getSource() == WatchSource.KAFKA;
    boolean named = options.getKafkaServers() != null && options.getKafkaTopic() != null;
    if (kafka && !named) {
      throw new UsageException(
          "--source=kafka needs --kafkaServers and --kafkaTopic, as in --kafkaServers=kafka:9092"
              + " --kafkaTopic=calls.");
    }
    requireServers(options);
    if (!kafka && options.getKafkaTopic() != null) {
      throw new UsageException("--kafkaTopic is for --source=kafka.");
    }
    if (options.getResultsTopic() != null && options.getKafkaServers() == null) {
      throw new UsageException("--resultsTopic needs --kafkaServers.");
    }
    if (!kafka && options.getResultsTopic() == null && options.getKafkaServers() != null) {
      throw new UsageException("--kafkaServers is for --source=kafka and --resultsTopic.");
    }
  }

  private static void requireServers(WatchOptions options) throws UsageException {
    String servers = options.getKafkaServers();
    if (servers != null && !SERVERS.matcher(servers).matches()) {
      throw new UsageException("--kafkaServers must be HOST:PORT,..., not '" + servers + "'.");
    }
    KafkaProperties.requireReadable(options);
  }

  /** On a cluster the runner decides how many elements a worker processes at a time. */
  private int threads() {
    return RunnerSupports.of(options).worksHere() ? Parallelism.here(options) : 1;
  }
}
