// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.publishing;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.kafka.Trouble;
import io.beamscribe.transforms.output.Announcer;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

  private static final long PAUSE_SECONDS = 2;

  private final @Nullable ResultTopic topic;
  private final RunSettings run;
  private final Trouble trouble;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  private record Key(@Nullable ResultTopic topic, String run) {}

  private ResultPublisher(@Nullable ResultTopic topic, RunSettings run) {
    this.topic = topic;
    this.run = run;
    this.trouble =
        new Trouble(
            "Results cannot be published to '" + (topic == null ? "" : topic.topic()) + "'");
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
    if (topic == null) {
      return;
    }
    ResultRecord told = ResultRecord.of(file, row, fingerprint, run);
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            topic.topic(),
            told.sourceUrl().getBytes(StandardCharsets.UTF_8),
            Json.writeCompact(told));
    while (!sent(topic, message)) {
      pause();
    }
  }

  private boolean sent(ResultTopic to, ProducerRecord<byte[], byte[]> message) {
    try {
      producer(to).send(message).get();
      said(null);
      return true;
    } catch (InterruptException | InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      said(requireNonNull(e.getCause()));
    } catch (KafkaException e) {
      said(e);
    }
    return false;
  }

  private synchronized KafkaProducer<byte[], byte[]> producer(ResultTopic to) {
    KafkaProducer<byte[], byte[]> now = producer;
    if (now == null) {
      Map<String, Object> settings = to.kafka().properties(DEFAULTS);
      settings.put("acks", "all");
      now = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      producer = now;
    }
    return now;
  }

  private synchronized void said(@Nullable Throwable e) {
    if (e == null) {
      trouble.forget();
    } else {
      trouble.say(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static CancellationException interrupted(Exception e) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted while publishing");
    cancelled.initCause(e);
    return cancelled;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
