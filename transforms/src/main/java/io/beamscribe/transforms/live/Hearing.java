// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.util.ArrayList;
import java.util.List;

/**
 * The session in memory, or another one that has heard again what is not final. What cannot be
 * recognised costs an utterance. Not thread-safe.
 */
final class Hearing {
  private final OpenSession session;
  private final SessionEvents events;

  /** Phrases that were found while what is kept was heard again. */
  private final List<LivePhrase> again = new ArrayList<>();

  private Hearing(OpenSession session, SessionEvents events) {
    this.session = session;
    this.events = events;
  }

  /**
   * Hears a session.
   *
   * @param at position of what comes next
   * @param since position of the first sample that no final phrase contains
   */
  static Hearing of(
      String key,
      OpenSessions sessions,
      SessionState state,
      SessionEvents events,
      long at,
      long since)
      throws SpeechException {
    OpenSession known = sessions.find(key, at);
    if (known != null) {
      return new Hearing(known, events);
    }
    Hearing anew = new Hearing(sessions.begin(key, since), events);
    List<LivePhrase> found = new ArrayList<>();
    for (AudioChunk chunk : state.kept()) {
      found.addAll(anew.accept(chunk.from(since)));
    }
    anew.again.addAll(found);
    return anew;
  }

  /** Takes a chunk; returns what was found since the last time. */
  List<LivePhrase> accept(AudioChunk chunk) throws SpeechException {
    try {
      return both(session.accept(chunk));
    } catch (SpeechException e) {
      return both(failed(e));
    }
  }

  /** Ends it; returns what was found since the last time. */
  List<LivePhrase> finish() throws SpeechException {
    try {
      return both(session.finish());
    } catch (SpeechException e) {
      return both(failed(e));
    }
  }

  /** Position from which another one can go on as well as this one. */
  long settled() {
    return session.settled();
  }

  private List<LivePhrase> both(List<LivePhrase> found) {
    List<LivePhrase> all = new ArrayList<>(again);
    all.addAll(found);
    again.clear();
    return all;
  }

  /** What passes by itself is tried again with the whole bundle. */
  private List<LivePhrase> failed(SpeechException e) throws SpeechException {
    if (e.kind() == ErrorKind.TRANSIENT) {
      throw e;
    }
    events.failed(String.valueOf(e.getMessage()));
    return List.of();
  }
}
