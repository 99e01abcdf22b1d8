// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.JsonCoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * the same phrases, and none twice.
 */
final class RecognizeChunksFn extends DoFn<KV<String, AudioChunk>, KV<String, LivePhrase>> {
  private static final long serialVersionUID = 1L;

  /** The state is written anew when so many samples of it are settled: 2 s. */
  private static final int SURPLUS = 32_000;

  /** The position of a session that has ended. */
  private static final long ENDED = Long.MAX_VALUE;

  private final TranscriptionSettings settings;
  private final Duration idle;
  private final int inMemory;
  private final boolean partials;
  private transient @Nullable Lease<OpenSessions> sessions;

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

  RecognizeChunksFn(TranscriptionSettings settings, Duration idle, int inMemory, boolean partials) {
    this.settings = settings;
    this.idle = idle;
    this.inMemory = inMemory;
    this.partials = partials;
  }

  @Setup
  public void setup() {
    sessions = OpenSessions.lease(settings, inMemory);
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
      OutputReceiver<KV<String, LivePhrase>> out)
      throws SpeechException {
    timer.offset(idle).setRelative();
    String key = element.getKey();
    long at = orZero(next.read());
    AudioChunk come = element.getValue();
    if (at == ENDED || come.end() <= at && !(come.last() && come.end() == at)) {
      return; // it came before
    }
    if (come.position() > at) {
      early.add(come);
      return;
    }
    OpenSession session = session(key, at, orZero(since.read()), kept, out);
    for (AudioChunk chunk : inOrder(come, early)) {
      AudioChunk fresh = chunk.from(at);
      kept.add(fresh);
      at = fresh.end();
      output(key, session.accept(fresh), out);
      if (chunk.last()) {
        output(key, session.finish(), out);
        sessions().end(key);
        kept.clear();
        early.clear();
        next.write(ENDED);
        return;
      }
    }
    next.write(at);
    long settled = Math.min(at, session.settled());
    if (settled - orZero(since.read()) >= SURPLUS) {
      drop(settled, kept);
      since.write(settled);
    }
  }

  private OpenSessions sessions() {
    return requireNonNull(sessions).value();
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  /** The session in memory, or another one that hears again what is not final. */
  private OpenSession session(
      String key,
      long at,
      long since,
      BagState<AudioChunk> kept,
      OutputReceiver<KV<String, LivePhrase>> out)
      throws SpeechException {
    OpenSession known = sessions().find(key, at);
    if (known != null) {
      return known;
    }
    OpenSession session = sessions().begin(key, since);
    for (AudioChunk chunk : sorted(kept)) {
      output(key, session.accept(chunk.from(since)), out);
    }
    return session;
  }

  private static List<AudioChunk> sorted(BagState<AudioChunk> chunks) {
    List<AudioChunk> sorted = new ArrayList<>();
    chunks.read().forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(AudioChunk::position).thenComparing(AudioChunk::last));
    return sorted;
  }

  /** A chunk, and those that wait for it, as far as they follow one another. */
  private static List<AudioChunk> inOrder(AudioChunk come, BagState<AudioChunk> early) {
    List<AudioChunk> ready = new ArrayList<>(List.of(come));
    List<AudioChunk> waiting = new ArrayList<>();
    long end = come.end();
    for (AudioChunk chunk : sorted(early)) {
      if (chunk.position() > end) {
        waiting.add(chunk);
      } else if (chunk.end() > end || chunk.last()) {
        ready.add(chunk);
        end = Math.max(end, chunk.end());
      }
    }
    early.clear();
    waiting.forEach(early::add);
    return ready;
  }

  private static void drop(long settled, BagState<AudioChunk> kept) {
    List<AudioChunk> left = new ArrayList<>();
    for (AudioChunk chunk : sorted(kept)) {
      if (chunk.end() > settled) {
        left.add(chunk.from(settled));
      }
    }
    kept.clear();
    left.forEach(kept::add);
  }

  private void output(
      String key, List<LivePhrase> phrases, OutputReceiver<KV<String, LivePhrase>> out) {
    for (LivePhrase phrase : phrases) {
      if (partials || phrase.complete()) {
        out.output(KV.of(key, phrase));
      }
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
      OutputReceiver<KV<String, LivePhrase>> out)
      throws SpeechException {
    long at = orZero(next.read());
    if (at != ENDED && at > 0) {
      output(key, session(key, at, orZero(since.read()), kept, out).finish(), out);
      sessions().end(key);
    }
    next.clear();
    since.clear();
    kept.clear();
    early.clear();
  }
}
