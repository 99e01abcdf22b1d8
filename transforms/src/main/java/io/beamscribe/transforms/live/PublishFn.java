// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.values.EventPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a topic; then the messages that were needed for it are done. */
final class PublishFn extends DoFn<KV<String, LiveEvent>, OffsetChange> {
  private static final long serialVersionUID = 1L;

  private final ResultTopic topic;
  private final String job;
  private transient @Nullable Lease<LivePublisher> publisher;
  private transient List<Future<RecordMetadata>> sent = new ArrayList<>();
  private transient List<OffsetChange> done = new ArrayList<>();

  /**
   * @param job unique id of the job
   */
  PublishFn(ResultTopic topic, String job) {
    this.topic = topic;
    this.job = job;
  }

  @Setup
  public void setUp() {
    publisher = LivePublisher.lease(topic, job);
  }

  @Teardown
  public void tearDown() {
    if (publisher != null) {
      publisher.close();
    }
  }

  @StartBundle
  public void begin() {
    sent = new ArrayList<>();
    done = new ArrayList<>();
  }

  @ProcessElement
  public void write(@Element KV<String, LiveEvent> element) {
    SessionKey key = SessionKey.parse(element.getKey());
    LiveEvent event = element.getValue();
    if (event.phrase() != null || event.resume() != null || event.fault() != null) {
      sent.add(requireNonNull(publisher).value().send(LiveRecord.of(key, event)));
    }
    for (long offset : event.done()) {
      done.add(
          OffsetChange.ended(
              new EventPosition(key.topic(), key.log(), key.partition(), offset, 0)));
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    sent.forEach(requireNonNull(publisher).value()::await);
    done.forEach(
        each -> context.output(each, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE));
    begin();
  }
}
