// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.listing.InputFilter;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.EventPosition;
import io.beamscribe.transforms.values.JsonCoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the creation events of a store from Kafka. Unbounded. Outputs a file, known by name alone,
 * for each object among the inputs: events may be late or repeated, so size and version are looked
 * up in the store later. Messages that are not events are counted and skipped.
 */
public final class ReadStoreEvents extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<ArrivedFile> FILES = new TupleTag<>() {};
  public static final TupleTag<OffsetChange> BEGUN = new TupleTag<>() {};

  private final KafkaTopic log;
  private final List<String> inputs;
  private final String output;
  private final FileSelection selection;

  public ReadStoreEvents(
      KafkaTopic log, List<String> inputs, String output, FileSelection selection) {
    this.log = log;
    this.inputs = List.copyOf(inputs);
    this.output = output;
    this.selection = selection;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    KafkaTopic source = log;
    PCollectionTuple read =
        begin
            .apply(
                "ReadEvents",
                KafkaIO.<byte[], byte[]>read()
                    .withBootstrapServers(log.servers())
                    .withTopic(log.topic())
                    .withKeyDeserializer(ByteArrayDeserializer.class)
                    .withValueDeserializer(ByteArrayDeserializer.class)
                    .withConsumerConfigUpdates(
                        Map.of(
                            "group.id",
                            log.group(),
                            "auto.offset.reset",
                            "earliest",
                            "enable.auto.commit",
                            false))
                    .withConsumerFactoryFn(
                        config -> {
                          Map<String, Object> all = source.properties();
                          all.putAll(config);
                          return new KafkaConsumer<>(all);
                        }))
            .apply(
                "FindObjects",
                ParDo.of(new EventFn(inputs, output, selection))
                    .withOutputTags(FILES, TupleTagList.of(BEGUN)));
    read.get(BEGUN).setCoder(JsonCoder.of(OffsetChange.class));
    return read;
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("topic", log.topic()));
    builder.add(
        DisplayData.item(
            "input", String.join(",", inputs.stream().map(Addresses::withoutSecrets).toList())));
  }

  static final class EventFn extends DoFn<KafkaRecord<byte[], byte[]>, ArrivedFile> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReadStoreEvents.class);

    private final Counter listed = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED);
    private final Counter malformed =
        Metrics.counter(MetricNames.NAMESPACE, MetricNames.EVENTS_MALFORMED);
    private final List<String> inputs;
    private final String output;
    private final FileSelection selection;
    private transient InputFilter wanted;

    EventFn(List<String> inputs, String output, FileSelection selection) {
      this.inputs = inputs;
      this.output = output;
      this.selection = selection;
    }

    @Setup
    public void setUp() {
      wanted = new InputFilter(inputs, output, selection);
    }

    @ProcessElement
    public void find(@Element KafkaRecord<byte[], byte[]> event, MultiOutputReceiver out) {
      String topic = event.getTopic();
      int partition = event.getPartition();
      long offset = event.getOffset();
      int files = 0;
      for (String address : created(event)) {
        Optional<String> path = wanted.path(address);
        if (path.isPresent()) {
          out.get(FILES)
              .output(
                  new ArrivedFile(
                      new AudioFile(address, path.get(), -1, "", false),
                      new EventPosition(topic, partition, offset, files++)));
        }
      }
      listed.inc(files);
      out.get(BEGUN).output(OffsetChange.begun(topic, partition, offset, files));
    }

    private List<String> created(KafkaRecord<byte[], byte[]> event) {
      byte[] message = event.getKV().getValue();
      if (message == null) {
        return List.of(); // a tombstone
      }
      try {
        return StoreEvents.created(message);
      } catch (IOException | RuntimeException e) {
        malformed.inc();
        LOG.warn(
            "{}-{} at {}: {}", event.getTopic(), event.getPartition(), event.getOffset(), e + "");
        return List.of();
      }
    }
  }
}
