// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.transforms.events.CommitOffsets;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.JsonCoder;
import java.time.Duration;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Recognises the speech in a topic of Kafka while it is spoken, and writes phrases to another one.
 * The key of a message is the session, its value audio; messages of a session are in one partition,
 * as those with one key are. Unbounded. Each phrase is final in one record, also where the job was
 * restarted, with its state or without: it reads in the topic of phrases what was told already, and
 * goes on after that.
 */
public final class TranscribeTopic extends PTransform<PBegin, PDone> {
  private static final long serialVersionUID = 1L;

  private final TranscriptionSettings settings;
  private final KafkaTopic audio;
  private final ResultTopic phrases;
  private final Duration idle;
  private final boolean partials;

  /**
   * @param idle sessions end that get no message for so long
   * @param partials whether what is not final is written as well
   */
  public TranscribeTopic(
      TranscriptionSettings settings,
      KafkaTopic audio,
      ResultTopic phrases,
      Duration idle,
      boolean partials) {
    this.settings = settings;
    this.audio = audio;
    this.phrases = phrases;
    this.idle = idle;
    this.partials = partials;
  }

  @Override
  public PDone expand(PBegin begin) {
    TranscriptionSettings own = settings.ofNewRun();
    String job = own.run().id();
    Journal journal = new TopicJournal(phrases);
    PCollectionTuple read =
        begin
            .apply("Topic", Create.of(audio.topic()).withCoder(StringUtf8Coder.of()))
            .apply(
                "Read",
                ParDo.of(new ReadAudioFn(audio, job, idle.toMillis(), journal))
                    .withOutputTags(
                        ReadAudioFn.CHUNKS,
                        TupleTagList.of(ReadAudioFn.FAULTS).and(ReadAudioFn.BEGUN)));
    KvCoder<String, LiveEvent> events =
        KvCoder.of(StringUtf8Coder.of(), JsonCoder.of(LiveEvent.class));
    // Sessions end where they are read; the time-out of their state is for those that nobody reads.
    TranscribeStreams streams =
        TranscribeStreams.of(own).withIdle(org.joda.time.Duration.millis(2 * idle.toMillis()));
    PCollection<KV<String, LiveEvent>> told =
        read.get(ReadAudioFn.CHUNKS)
            .setCoder(TranscribeStreams.coder())
            .apply("Recognize", (partials ? streams.withPartials() : streams).events(journal));
    PCollection<OffsetChange> done =
        PCollectionList.of(told)
            .and(read.get(ReadAudioFn.FAULTS).setCoder(events))
            .apply("Events", Flatten.pCollections())
            .apply("Publish", ParDo.of(new PublishFn(phrases, job)))
            .setCoder(JsonCoder.of(OffsetChange.class));
    PCollectionList.of(read.get(ReadAudioFn.BEGUN).setCoder(JsonCoder.of(OffsetChange.class)))
        .and(done)
        .apply("Changes", Flatten.pCollections())
        .apply("CommitOffsets", new CommitOffsets(audio));
    return PDone.in(begin.getPipeline());
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("audio", audio.topic()));
    builder.add(DisplayData.item("phrases", phrases.topic()));
  }
}
