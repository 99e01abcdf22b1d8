// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.JsonCoder;
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
    String key = element.getKey();
    AudioChunk come = element.getValue();
    SessionState state = new SessionState(next, since, kept, early);
    SessionEvents events = new SessionEvents(key, partials, out);
    SessionWork work = new SessionWork(key, sessions(), state, events);
    if (state.isUnderWay()) {
      catchUp(key, work, come.begin());
    }
    long at = state.next(come.begin());
    if (state.hasEnded() || come.end() <= at && !(come.last() && come.end() == at)) {
      events.done(List.of(come)); // it came before
    } else if (come.position() > at) {
      state.keepEarly(come);
    } else {
      work.hear(state.inOrder(come, state.takeEarly()), at);
    }
    if (state.hasEnded()) {
      current.remove(key);
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
    SessionState state = new SessionState(next, since, kept, early);
    SessionEvents events = new SessionEvents(key, partials, out);
    SessionWork work = new SessionWork(key, sessions(), state, events);
    List<AudioChunk> beyond = state.takeEarly();
    if (!beyond.isEmpty()) {
      // What was to come before them will not: better without it than never.
      AudioChunk first = beyond.get(0);
      work.jump(first.position());
      work.hear(state.inOrder(first, beyond.subList(1, beyond.size())), first.position());
    }
    if (state.isUnderWay()) {
      work.finish();
    }
    state.clear();
    current.remove(key);
  }

  /** Has a session whose state is the one of a restarted job go on after what was told of it. */
  private void catchUp(String key, SessionWork work, long begin) {
    if (journal == null || !current.add(key)) {
      return;
    }
    AudioChunk.Source oldest = work.oldest();
    Journal.Told told = oldest == null ? null : journal.last(SessionKey.parse(key), oldest.time());
    if (told != null) {
      work.goOnAfter(told, begin);
    }
  }

  private OpenSessions sessions() {
    return requireNonNull(sessions).value();
  }
}
