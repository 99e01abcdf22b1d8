// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * First words of sentences that are far too long. Where a text leaves speech out, attention has
 * nothing to follow, and waits in the first words of the next sentence: they belong to its end, not
 * to the beginning of what was left out.
 */
final class SentenceStarts {
  /** The end of a sentence, and marks that may close after it. */
  static final Pattern SENTENCE_END = Pattern.compile("[.?!…。？！؟।۔]\\p{Punct}*[”’»」』]*$");

  /** Frames of a word that are too many for one: 1.5 s. */
  private static final int TOO_LONG = 75;

  /** Of how many first words any may be too long. */
  private static final int FIRST = 3;

  /** Frames that a word usually takes: these, and as many for each letter. */
  private static final int SHORTEST = 5;

  private static final int LETTER = 4;

  private final List<TimedWord> words;
  private final Window window;

  private SentenceStarts(List<TimedWord> words, Window window) {
    this.words = words;
    this.window = window;
  }

  /**
   * The words, of which no first one of a sentence is too long.
   *
   * @param words of a window, in order
   */
  static List<TimedWord> moved(List<TimedWord> words, Window window) {
    SentenceStarts starts = new SentenceStarts(new ArrayList<>(words), window);
    boolean first = true;
    for (int word = 0; word < words.size(); word++) {
      int last = first ? starts.lastTooLong(word) : -1;
      if (last >= 0) {
        starts.move(word, last);
      }
      first = ends(words.get(word));
    }
    return starts.words;
  }

  /** The last of the first words that is too long; -1 if none is, or nothing follows it. */
  private int lastTooLong(int first) {
    int found = -1;
    for (int word = first; word < Math.min(first + FIRST, words.size() - 1); word++) {
      if (words.get(word).to() - words.get(word).from() > TOO_LONG) {
        found = word;
      }
      if (ends(words.get(word))) {
        break;
      }
    }
    return found;
  }

  /** Puts words in front of the one after them, in the same segment. */
  private void move(int first, int last) {
    TimedWord next = words.get(last + 1);
    int segment = window.partAt(next.middle() * Alignment.FRAME_SECONDS).at() / SpeechLevel.FRAME;
    int end = next.from();
    int least = Math.min(end, Math.max(segment, words.get(first).from()));
    for (int i = last; i >= first; i--) {
      TokenWord word = words.get(i).word();
      int start = Math.max(least, end - SHORTEST - LETTER * word.display().length());
      words.set(i, new TimedWord(word, start, end));
      end = start;
    }
  }

  private static boolean ends(TimedWord word) {
    return SENTENCE_END.matcher(word.word().display()).find();
  }
}
