// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.publishing;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.kafka.Pause;
import io.beamscribe.transforms.kafka.TopicProducer;
import io.beamscribe.transforms.kafka.Trouble;
import io.beamscribe.transforms.output.Announcer;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the end of each file to a topic, at least once. Shared by the threads of a job in a
 * JVM. Thread-safe.
 */
@Internal
public final class ResultPublisher implements Announcer, AutoCloseable {
  private static final Leases<Key, ResultPublisher> SHARED =
      new Leases<>(Retention.none(), ResultPublisher::close);

  private static final Map<String, Object> DEFAULTS =
      Map.of("max.block.ms", 10_000, "request.timeout.ms", 10_000, "delivery.timeout.ms", 20_000);

  private final @Nullable TopicProducer producer;
  private final RunSettings run;

  private record Key(@Nullable ResultTopic topic, String run) {}

  private ResultPublisher(@Nullable ResultTopic topic, RunSettings run) {
    this.run = run;
    this.producer =
        topic == null
            ? null
            : new TopicProducer(
                topic.kafka(),
                topic.topic(),
                DEFAULTS,
                Map.of(),
                new Trouble("Results cannot be published to '" + topic.topic() + "'"));
  }

  /**
   * Leases the publisher of a run.
   *
   * @param topic null to publish nothing
   */
  public static Lease<ResultPublisher> lease(@Nullable ResultTopic topic, RunSettings run) {
    return SHARED.share(new Key(topic, run.id()), () -> new ResultPublisher(topic, run));
  }

  @Override
  public void announce(AudioFile file, FileReport row, String fingerprint) {
    if (producer == null) {
      return;
    }
    ResultRecord told = ResultRecord.of(file, row, fingerprint, run);
    while (!sent(producer, told)) {
      Pause.afterFailure();
    }
  }

  private static boolean sent(TopicProducer to, ResultRecord told) {
    try {
      to.send(told.sourceUrl(), told).get();
      to.works();
      return true;
    } catch (InterruptException | InterruptedException e) {
      throw Pause.interrupted(e);
    } catch (ExecutionException e) {
      to.fails(requireNonNull(e.getCause()));
    } catch (KafkaException e) {
      to.fails(e);
    }
    return false;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
