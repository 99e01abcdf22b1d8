// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.speech.streaming.LiveSubtitles;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What is said under one name, as captions: those of all turns, one after another, with times from
 * the begin of the first turn. Thread-safe; whoever adds captions waits for no reader.
 */
final class LiveCaptions {
  /** Captions that are kept, the last ones: a day of speech without a pause. */
  private static final int MOST = 50_000;

  private static final int MOST_READERS = 1000;

  private final LiveSubtitles subtitles = new LiveSubtitles(true);
  private final List<Caption> captions = new ArrayList<>();
  private final Set<Reader> readers = new HashSet<>();
  private long first = -1;
  private long end;
  private int written;
  private long touched = System.nanoTime();

  /**
   * A caption.
   *
   * @param number from 1
   * @param cue as WebVTT, without the empty line after it
   */
  record Caption(int number, String cue) {}

  /** One who is told; no call waits for anything. */
  interface Reader {
    /** There may be something new. */
    void tell();

    /** Finds out whether it is still there. */
    void keepAlive();

    void close();
  }

  /** Where a turn begins that begins now, in milliseconds: never before what was said. */
  synchronized long begin() {
    long now = System.nanoTime();
    touched = now;
    if (first < 0) {
      first = now;
    }
    return Math.max(TimeUnit.NANOSECONDS.toMillis(now - first), end);
  }

  /** Adds a phrase, which is final. */
  void add(Phrase phrase) {
    List<Reader> told;
    synchronized (this) {
      touched = System.nanoTime();
      end = Math.max(end, phrase.endMilliseconds());
      for (String cue : subtitles.of(phrase).strip().split("\n\n")) {
        if (!cue.isEmpty()) {
          captions.add(new Caption(++written, cue));
        }
      }
      if (captions.size() > MOST) {
        captions.subList(0, captions.size() - MOST).clear();
      }
      told = List.copyOf(readers);
    }
    told.forEach(Reader::tell);
  }

  /** The captions that are kept of those after a number. */
  synchronized List<Caption> after(int number) {
    int before = written - captions.size();
    int from = Math.min(Math.max(0, number - before), captions.size());
    return List.copyOf(captions.subList(from, captions.size()));
  }

  /**
   * Begins to tell a reader.
   *
   * @throws ApiException if there are too many
   */
  void open(Reader reader) {
    synchronized (this) {
      if (readers.size() >= MOST_READERS) {
        throw ApiException.tooMany("There are more than " + MOST_READERS + " readers.", 60);
      }
      readers.add(reader);
    }
    reader.tell();
  }

  synchronized void close(Reader reader) {
    readers.remove(reader);
    touched = System.nanoTime();
  }

  /** Tells readers that there is nothing new, so that connections stay open. */
  void keepAlive() {
    copy().forEach(Reader::keepAlive);
  }

  /** Ends the readers' connections. */
  void end() {
    copy().forEach(Reader::close);
  }

  private synchronized List<Reader> copy() {
    return List.copyOf(readers);
  }

  /** Whether nobody has spoken or read for so long. */
  synchronized boolean idle(long seconds) {
    return readers.isEmpty()
        && TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - touched) >= seconds;
  }
}
