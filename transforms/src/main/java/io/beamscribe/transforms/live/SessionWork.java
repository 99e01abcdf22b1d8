// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a session recognised, and brings its state and what is told of it up to date. */
final class SessionWork {
  /** So much silence is settled without a phrase, in samples: 30 s. */
  private static final int SURPLUS = 480_000;

  /** How much is heard at a time of a session that is not in memory, in samples: 2 s. */
  private static final int STRETCH = 32_000;

  private final String key;
  private final OpenSessions sessions;
  private final SessionState state;
  private final SessionEvents events;

  SessionWork(String key, OpenSessions sessions, SessionState state, SessionEvents events) {
    this.key = key;
    this.sessions = sessions;
    this.state = state;
    this.events = events;
  }

  /** Has chunks recognised that follow one another. */
  void hear(List<AudioChunk> chunks, long from) throws SpeechException {
    state.begin(from);
    if (waits(chunks, from)) {
      keep(chunks, from);
      return;
    }
    long begin = state.since(from);
    long at = from;
    Hearing hearing = hearing(at, begin);
    List<LivePhrase> finals = new ArrayList<>();
    for (AudioChunk chunk : chunks) {
      AudioChunk fresh = chunk.from(at);
      state.keep(fresh);
      at = Math.max(at, fresh.end());
      tell(hearing.accept(fresh), finals);
      if (chunk.last()) {
        finish(hearing, finals);
        return;
      }
    }
    state.setNext(at);
    settle(finals, Math.min(at, hearing.settled()), begin, at);
  }

  /**
   * Whether chunks wait for more. Each time that a session is heard which is not in memory, all is
   * heard again that is not final, and another one may have to leave: hardly ever is often enough.
   */
  private boolean waits(List<AudioChunk> chunks, long from) {
    AudioChunk newest = chunks.get(chunks.size() - 1);
    return !sessions.hasRoom(key, from)
        && newest.end() / STRETCH == from / STRETCH
        && chunks.stream().noneMatch(AudioChunk::last);
  }

  private void keep(List<AudioChunk> chunks, long from) {
    long at = from;
    for (AudioChunk chunk : chunks) {
      AudioChunk fresh = chunk.from(at);
      state.keep(fresh);
      at = Math.max(at, fresh.end());
    }
    state.setNext(at);
  }

  /** Leaves out what has not come. */
  void jump(long position) {
    if (state.isUnderWay()) {
      sessions.end(key);
    } else {
      state.setSince(position);
    }
    state.setNext(position);
  }

  /** Ends it after what is there. */
  void finish() throws SpeechException {
    long at = state.next(0);
    finish(hearing(at, state.since(at)), new ArrayList<>());
  }

  /** The oldest message that it needs, if it is not in memory. */
  AudioChunk.@Nullable Source oldest() {
    List<AudioChunk> all = state.kept();
    return all.isEmpty() || sessions.find(key, state.next(0)) != null ? null : all.get(0).source();
  }

  /** Goes on after what was told, which may be more than its state knows. */
  void goOnAfter(Journal.Told told, long begin) {
    long position = told.resume().position();
    if (told.ended()) {
      List<AudioChunk> all = state.kept();
      all.addAll(state.early());
      events.done(all);
      forget();
    } else if (position > state.since(begin)) {
      events.done(state.drop(position));
      state.setSince(position);
      state.setNext(Math.max(state.next(begin), position));
    }
  }

  private void finish(Hearing hearing, List<LivePhrase> finals) throws SpeechException {
    tell(hearing.finish(), finals);
    List<AudioChunk> all = state.kept();
    for (LivePhrase each : finals) {
      events.phrase(each, samples(each), all);
    }
    events.ended(all, state.early());
    forget();
  }

  private void forget() {
    sessions.end(key);
    state.end();
  }

  private Hearing hearing(long at, long since) throws SpeechException {
    return Hearing.of(key, sessions, state, events, at, since);
  }

  /** Tells what is not final, and collects what is. */
  private void tell(List<LivePhrase> phrases, List<LivePhrase> finals) {
    for (LivePhrase phrase : phrases) {
      if (phrase.complete()) {
        finals.add(phrase);
      } else {
        events.partial(phrase);
      }
    }
  }

  /** Keeps only what no final phrase contains, once there are some or after long silence. */
  private void settle(List<LivePhrase> finals, long settled, long begin, long at) {
    if (finals.isEmpty() && settled - begin < SURPLUS) {
      return;
    }
    List<AudioChunk> all = state.kept();
    long start = settled;
    for (int i = 0; i < finals.size(); i++) {
      boolean last = i == finals.size() - 1;
      start = Math.min(at, Math.max(last ? settled : 0, samples(finals.get(i))));
      events.phrase(finals.get(i), start, all);
    }
    List<AudioChunk> done = state.drop(start);
    state.setSince(start);
    if (finals.isEmpty()) {
      events.silence(start, all, done);
    } else {
      events.done(done);
    }
  }

  private static long samples(LivePhrase phrase) {
    return phrase.endMilliseconds() * SampleRange.RATE / 1000;
  }
}
