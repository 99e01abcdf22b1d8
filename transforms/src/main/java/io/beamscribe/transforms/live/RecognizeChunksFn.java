// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.JsonCoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Puts the chunks of a session in order and has them recognised. The state of a session is the
 * audio that no final phrase contains, and a position; what is in memory only saves hearing that
 * audio again, and is not used unless it agrees with the state. So a bundle that is repeated finds
 * the same phrases, and none twice. Where the state is older than what was told of a session, it
 * goes on after that.
 */
final class RecognizeChunksFn extends DoFn<KV<String, AudioChunk>, KV<String, LiveEvent>> {
  private static final long serialVersionUID = 1L;

  /** So much silence is settled without a phrase, in samples: 30 s. */
  private static final int SURPLUS = 480_000;

  /** The position of a session that has ended. */
  private static final long ENDED = Long.MAX_VALUE;

  private final TranscriptionSettings settings;
  private final Duration idle;
  private final int inMemory;
  private final boolean partials;
  private final @Nullable Journal journal;
  private transient @Nullable Lease<OpenSessions> sessions;

  /** Keys whose state is known not to be older than what was told. */
  private transient Set<String> current = new HashSet<>();

  @StateId("next")
  private final StateSpec<ValueState<Long>> nextSpec = StateSpecs.value(VarLongCoder.of());

  @StateId("since")
  private final StateSpec<ValueState<Long>> sinceSpec = StateSpecs.value(VarLongCoder.of());

  @StateId("kept")
  private final StateSpec<BagState<AudioChunk>> keptSpec =
      StateSpecs.bag(JsonCoder.of(AudioChunk.class));

  @StateId("early")
  private final StateSpec<BagState<AudioChunk>> earlySpec =
      StateSpecs.bag(JsonCoder.of(AudioChunk.class));

  @TimerId("idle")
  private final TimerSpec idleSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  RecognizeChunksFn(
      TranscriptionSettings settings,
      Duration idle,
      int inMemory,
      boolean partials,
      @Nullable Journal journal) {
    this.settings = settings;
    this.idle = idle;
    this.inMemory = inMemory;
    this.partials = partials;
    this.journal = journal;
  }

  @Setup
  public void setup() {
    sessions = OpenSessions.lease(settings, inMemory);
    current = new HashSet<>();
  }

  @Teardown
  public void teardown() {
    if (sessions != null) {
      sessions.close();
    }
  }

  @ProcessElement
  public void process(
      @Element KV<String, AudioChunk> element,
      @StateId("next") ValueState<Long> next,
      @StateId("since") ValueState<Long> since,
      @StateId("kept") BagState<AudioChunk> kept,
      @StateId("early") BagState<AudioChunk> early,
      @TimerId("idle") Timer timer,
      OutputReceiver<KV<String, LiveEvent>> out)
      throws SpeechException {
    timer.offset(idle).setRelative();
    AudioChunk come = element.getValue();
    State state = new State(element.getKey(), next, since, kept, early, out);
    state.catchUp(come.begin());
    long at = state.at(come.begin());
    if (at == ENDED || come.end() <= at && !(come.last() && come.end() == at)) {
      state.output(LiveEvent.done(sources(List.of(come)))); // it came before
    } else if (come.position() > at) {
      early.add(come);
    } else {
      state.hear(inOrder(come, early), at);
    }
  }

  /** Nothing has come for long: what is there is all there will be. */
  @OnTimer("idle")
  public void end(
      @Key String key,
      @StateId("next") ValueState<Long> next,
      @StateId("since") ValueState<Long> since,
      @StateId("kept") BagState<AudioChunk> kept,
      @StateId("early") BagState<AudioChunk> early,
      OutputReceiver<KV<String, LiveEvent>> out)
      throws SpeechException {
    State state = new State(key, next, since, kept, early, out);
    List<AudioChunk> beyond = sorted(early);
    if (!beyond.isEmpty()) {
      // What was to come before them will not: better without it than never.
      early.clear();
      state.jump(beyond.get(0).position());
      state.hear(inOrder(beyond.get(0), beyond.subList(1, beyond.size()), early), state.at(0));
    }
    if (!Long.valueOf(ENDED).equals(next.read()) && next.read() != null) {
      state.finish(next.read());
    }
    next.clear();
    since.clear();
    kept.clear();
    early.clear();
  }

  /** The state of one session, and where its events go. */
  private final class State {
    private final String key;
    private final ValueState<Long> next;
    private final ValueState<Long> since;
    private final BagState<AudioChunk> kept;
    private final BagState<AudioChunk> early;
    private final OutputReceiver<KV<String, LiveEvent>> out;

    /** Phrases that were found while what is kept was heard again. */
    private final List<LivePhrase> again = new ArrayList<>();

    State(
        String key,
        ValueState<Long> next,
        ValueState<Long> since,
        BagState<AudioChunk> kept,
        BagState<AudioChunk> early,
        OutputReceiver<KV<String, LiveEvent>> out) {
      this.key = key;
      this.next = next;
      this.since = since;
      this.kept = kept;
      this.early = early;
      this.out = out;
    }

    void output(LiveEvent event) {
      LivePhrase phrase = event.phrase();
      if (phrase == null || partials || phrase.complete()) {
        out.output(KV.of(key, event));
      }
    }

    /** Position of the next sample that is to come. */
    long at(long begin) {
      Long read = next.read();
      return read == null ? begin : read;
    }

    private long since(long begin) {
      Long read = since.read();
      return read == null ? begin : read;
    }

    /** Goes on after what was told of a session, whose state is the one of a restarted job. */
    void catchUp(long begin) {
      Long at = next.read();
      if (journal == null || at == null || at == ENDED || !current.add(key)) {
        return;
      }
      List<AudioChunk> all = sorted(kept);
      AudioChunk.Source oldest = all.isEmpty() ? null : all.get(0).source();
      if (oldest == null || sessions().find(key, at) != null) {
        return;
      }
      Journal.Told told = journal.last(SessionKey.parse(key), oldest.time());
      if (told == null) {
        return;
      }
      if (told.ended()) {
        all.addAll(sorted(early));
        output(LiveEvent.done(sources(all)));
        forget(ENDED);
      } else if (told.resume().position() > since(begin)) {
        output(LiveEvent.done(drop(told.resume().position())));
        since.write(told.resume().position());
        next.write(Math.max(at, told.resume().position()));
      }
    }

    /** Leaves out what has not come. */
    void jump(long position) {
      if (next.read() == null) {
        since.write(position);
      } else {
        sessions().end(key);
      }
      next.write(position);
    }

    /** Has chunks recognised that follow one another. */
    void hear(List<AudioChunk> chunks, long from) throws SpeechException {
      if (since.read() == null) {
        since.write(from);
      }
      long begin = since(from);
      long at = from;
      OpenSession session = session(at, begin);
      List<LivePhrase> finals = new ArrayList<>();
      for (AudioChunk chunk : chunks) {
        AudioChunk fresh = chunk.from(at);
        kept.add(fresh);
        at = Math.max(at, fresh.end());
        tell(accept(session, fresh), finals);
        if (chunk.last()) {
          finish(session, finals);
          return;
        }
      }
      next.write(at);
      settle(finals, Math.min(at, session.settled()), begin, at);
    }

    /** Ends it after what is there. */
    void finish(long at) throws SpeechException {
      finish(session(at, since(at)), new ArrayList<>());
    }

    private void finish(OpenSession session, List<LivePhrase> finals) throws SpeechException {
      tell(end(session), finals);
      List<AudioChunk> all = sorted(kept);
      for (LivePhrase each : finals) {
        output(told(each, samples(each), all));
      }
      Resume resume = resume(Long.MAX_VALUE, all);
      all.addAll(sorted(early));
      output(new LiveEvent(null, resume, true, null, sources(all)));
      forget(ENDED);
    }

    private void forget(long at) {
      sessions().end(key);
      current.remove(key);
      kept.clear();
      early.clear();
      next.write(at);
    }

    /** Outputs what is not final, and collects what is. */
    private void tell(List<LivePhrase> phrases, List<LivePhrase> finals) {
      for (LivePhrase phrase : phrases) {
        if (phrase.complete()) {
          finals.add(phrase);
        } else {
          output(LiveEvent.of(phrase));
        }
      }
    }

    /** Keeps only what no final phrase contains, once there are some or after long silence. */
    private void settle(List<LivePhrase> finals, long settled, long begin, long at) {
      if (finals.isEmpty() && settled - begin < SURPLUS) {
        return;
      }
      List<AudioChunk> all = sorted(kept);
      long start = settled;
      for (int i = 0; i < finals.size(); i++) {
        boolean last = i == finals.size() - 1;
        start = Math.min(at, Math.max(last ? settled : 0, samples(finals.get(i))));
        output(told(finals.get(i), start, all));
      }
      List<Long> done = drop(start);
      since.write(start);
      Resume resume = finals.isEmpty() ? resume(start, all) : null;
      output(new LiveEvent(null, resume, false, null, done));
    }

    private LiveEvent told(LivePhrase phrase, long start, List<AudioChunk> all) {
      return new LiveEvent(phrase, resume(start, all), false, null, List.of());
    }

    private List<Long> drop(long settled) {
      List<AudioChunk> left = new ArrayList<>();
      List<AudioChunk> over = new ArrayList<>();
      List<AudioChunk> all = sorted(kept);
      for (int i = 0; i < all.size(); i++) {
        AudioChunk chunk = all.get(i);
        if (chunk.end() > settled) {
          left.add(chunk.from(settled));
        } else if (i == all.size() - 1) {
          left.add(chunk.from(chunk.end())); // says where the session is
        } else {
          over.add(chunk);
        }
      }
      kept.clear();
      left.forEach(kept::add);
      return sources(over);
    }

    /** The session in memory, or another one that hears again what is not final. */
    private OpenSession session(long at, long begin) throws SpeechException {
      OpenSession known = sessions().find(key, at);
      if (known != null) {
        return known;
      }
      OpenSession session = sessions().begin(key, begin);
      for (AudioChunk chunk : sorted(kept)) {
        again.addAll(accept(session, chunk.from(begin)));
      }
      return session;
    }

    private List<LivePhrase> accept(OpenSession session, AudioChunk chunk) throws SpeechException {
      try {
        return both(session.accept(chunk));
      } catch (SpeechException e) {
        return both(failed(e));
      }
    }

    private List<LivePhrase> end(OpenSession session) throws SpeechException {
      try {
        return both(session.finish());
      } catch (SpeechException e) {
        return both(failed(e));
      }
    }

    private List<LivePhrase> both(List<LivePhrase> found) {
      List<LivePhrase> all = new ArrayList<>(again);
      all.addAll(found);
      again.clear();
      return all;
    }

    /** What passes by itself is tried again with the whole bundle; the rest costs an utterance. */
    private List<LivePhrase> failed(SpeechException e) throws SpeechException {
      if (e.kind() == ErrorKind.TRANSIENT) {
        throw e;
      }
      output(LiveEvent.fault(String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private static Resume resume(long position, List<AudioChunk> all) {
    long last = -1;
    long at = 0;
    for (AudioChunk chunk : all) {
      AudioChunk.Source source = chunk.source();
      if (source != null) {
        if (chunk.end() > position) {
          return new Resume(position, source.offset(), chunk.end());
        }
        last = Math.max(last, source.offset());
      }
      at = Math.max(at, chunk.end());
    }
    return new Resume(at, last + 1, -1);
  }

  private static long samples(LivePhrase phrase) {
    return phrase.endMilliseconds() * SampleRange.RATE / 1000;
  }

  private static List<Long> sources(List<AudioChunk> chunks) {
    List<Long> offsets = new ArrayList<>();
    for (AudioChunk chunk : chunks) {
      AudioChunk.Source source = chunk.source();
      if (source != null) {
        offsets.add(source.offset());
      }
    }
    return offsets;
  }

  private OpenSessions sessions() {
    return requireNonNull(sessions).value();
  }

  private static List<AudioChunk> sorted(BagState<AudioChunk> chunks) {
    List<AudioChunk> sorted = new ArrayList<>();
    chunks.read().forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(AudioChunk::position).thenComparing(AudioChunk::last));
    return sorted;
  }

  /** A chunk, and those that wait for it, as far as they follow one another. */
  private static List<AudioChunk> inOrder(AudioChunk come, BagState<AudioChunk> early) {
    List<AudioChunk> waiting = sorted(early);
    early.clear();
    return inOrder(come, waiting, early);
  }

  private static List<AudioChunk> inOrder(
      AudioChunk come, List<AudioChunk> waiting, BagState<AudioChunk> early) {
    List<AudioChunk> ready = new ArrayList<>(List.of(come));
    long end = come.end();
    for (AudioChunk chunk : waiting) {
      if (chunk.position() > end) {
        early.add(chunk);
      } else if (chunk.end() > end || chunk.last()) {
        ready.add(chunk);
        end = Math.max(end, chunk.end());
      }
    }
    return ready;
  }
}
