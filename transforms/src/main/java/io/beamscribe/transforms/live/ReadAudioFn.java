// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.transforms.background.EndlessTracker;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.events.LogMessage;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.events.TopicFn;
import io.beamscribe.transforms.events.TopicReader;
import io.beamscribe.transforms.values.JsonCoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn.UnboundedPerElement;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Reads a topic of audio, and says of each message where it belongs: here its order is known, and
 * later it is not. Sessions that get nothing for long end, unless there is more to read.
 */
@UnboundedPerElement
final class ReadAudioFn extends TopicFn<KV<String, AudioChunk>> {
  private static final long serialVersionUID = 1L;

  static final TupleTag<KV<String, AudioChunk>> CHUNKS = new TupleTag<>() {};
  static final TupleTag<KV<String, LiveEvent>> FAULTS = new TupleTag<>() {};
  static final TupleTag<OffsetChange> BEGUN = new TupleTag<>() {};

  /** Short enough for a checkpoint to wait. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final long idleMillis;
  private final Journal journal;
  private transient long started;

  /**
   * @param job unique id of the job
   */
  ReadAudioFn(KafkaTopic log, String job, long idleMillis, Journal journal) {
    super(log, job);
    this.idleMillis = idleMillis;
    this.journal = journal;
  }

  @Override
  @Setup
  public void setUp() {
    super.setUp();
    started = System.currentTimeMillis();
  }

  @GetInitialRestriction
  public TopicSessions nothing() {
    return TopicSessions.NONE;
  }

  @GetRestrictionCoder
  public Coder<TopicSessions> coder() {
    return JsonCoder.of(TopicSessions.class);
  }

  @NewTracker
  public EndlessTracker<TopicSessions> tracker(@Restriction TopicSessions sessions) {
    return new EndlessTracker<>(sessions, TopicSessions.NONE);
  }

  @ProcessElement
  public ProcessContinuation read(
      RestrictionTracker<TopicSessions, TopicSessions> tracker, MultiOutputReceiver out) {
    TopicSessions before = tracker.currentRestriction();
    TopicReader.Batch batch = reader().read(before.positions(), PATIENCE);
    Reading reading = new Reading(new HashMap<>(before.open()), out);
    for (LogMessage message : batch.messages()) {
      reading.take(message);
    }
    if (batch.messages().isEmpty()) {
      reading.endIdle();
    }
    if (!tracker.tryClaim(new TopicSessions(batch.positions(), reading.open))) {
      return ProcessContinuation.stop();
    }
    reading.outputs.forEach(Runnable::run);
    return ProcessContinuation.resume();
  }

  /** One turn of reading. */
  private final class Reading {
    private final Map<String, SessionPlace> open;
    private final MultiOutputReceiver out;

    /** For after the claim. */
    private final List<Runnable> outputs = new ArrayList<>();

    private final long now = System.currentTimeMillis();

    Reading(Map<String, SessionPlace> open, MultiOutputReceiver out) {
      this.open = open;
      this.out = out;
    }

    void take(LogMessage message) {
      if (message.missing() > 0) {
        begin(message, 0);
        return;
      }
      String session = message.key() == null ? "" : message.key();
      String name = name(message.log(), message.partition(), session);
      SessionPlace place = open.get(name);
      if (place == null) {
        Journal.Told told = journal.last(key(message, session, 0), message.time());
        place =
            told == null
                ? SessionPlace.first(message.offset(), now)
                : SessionPlace.after(told, now);
      }
      if (message.offset() < place.skip()) {
        open.put(name, place);
        begin(message, 0);
        return;
      }
      if (place.over()) {
        place = SessionPlace.first(message.offset(), now);
      }
      take(message, name, key(message, session, place.begin()), place);
    }

    private void take(LogMessage message, String name, SessionKey key, SessionPlace place) {
      boolean last = message.value() == null || message.headers().containsKey("end");
      try {
        if (message.key() == null) {
          throw new SpeechException(
              ErrorKind.INVALID_AUDIO, "A message without a key is of no session.");
        }
        MessageAudio audio = MessageAudio.of(message, place.tail());
        int samples = audio.pcm().length / 2;
        long position = place.position(message.offset(), samples);
        begin(message, 1);
        AudioChunk.Source source = new AudioChunk.Source(message.offset(), message.time());
        chunk(key, new AudioChunk(position, audio.pcm(), last, place.start(), source));
        open.put(name, place.read(position + samples, audio.tail(), now));
      } catch (SpeechException e) {
        begin(message, 0);
        if (!place.faulty()) {
          LiveEvent fault = LiveEvent.fault(String.valueOf(e.getMessage()));
          outputs.add(() -> out.get(FAULTS).output(KV.of(key.text(), fault)));
        }
        open.put(name, place.withFault(now));
        if (last && place.position() > 0) {
          end(key, place);
        }
      }
      if (last) {
        open.remove(name);
      }
    }

    private void begin(LogMessage message, int needed) {
      OffsetChange begun = OffsetChange.begun(message, needed);
      outputs.add(() -> out.get(BEGUN).output(begun));
    }

    private void chunk(SessionKey key, AudioChunk chunk) {
      outputs.add(() -> out.get(CHUNKS).output(KV.of(key.text(), chunk)));
    }

    /** Ends a session without a message of its own. */
    private void end(SessionKey key, SessionPlace place) {
      chunk(key, new AudioChunk(place.position(), new byte[0], true, place.start(), null));
    }

    void endIdle() {
      open.entrySet()
          .removeIf(
              each -> {
                SessionPlace place = each.getValue();
                boolean idle = now - Math.max(started, place.heard()) >= idleMillis;
                if (idle && !place.over() && place.position() > 0) {
                  String[] parts = each.getKey().split("/", 3);
                  SessionKey key =
                      new SessionKey(
                          parts[2],
                          log.topic(),
                          parts[0],
                          Integer.parseInt(parts[1]),
                          place.begin());
                  end(key, place);
                }
                return idle;
              });
    }
  }

  private static String name(String log, int partition, String session) {
    return log + "/" + partition + "/" + session;
  }

  private static SessionKey key(LogMessage message, String session, long begin) {
    return new SessionKey(session, message.topic(), message.log(), message.partition(), begin);
  }
}
