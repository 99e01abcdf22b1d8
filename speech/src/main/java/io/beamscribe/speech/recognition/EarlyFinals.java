// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out which words of a growing utterance will not change any more, so that they can become
 * final before it ends: those of phrases that two results in a row agree on, and after which
 * something else is said, and those of a sentence before a pause that the first result after it
 * confirms. Where that does not come for long, those until a mark, and at last those until the
 * longest pause. Not thread-safe.
 */
final class EarlyFinals {
  /** Milliseconds of words without a final one after which any mark will do. */
  private static final long LONG = 8_000;

  /** Milliseconds of words without a final one after which any pause will do. */
  private static final long TOO_LONG = 15_000;

  /** Words that must follow where no phrase ends: the last ones change most. */
  private static final int FOLLOWING = 2;

  private static final Pattern MARK = Pattern.compile("[.?!…,;:。？！、，；：؟؛،।]$");

  private static final Pattern SENTENCE_END = Pattern.compile("[.?!。？！؟।۔]\\p{Punct}*[”’»」』]*$");

  private final Agreement agreement = new Agreement();
  private int stable;

  /** Words of a sentence after which there is a pause; 0 if there is none. */
  private int sentence;

  /** Whether that made words final in the last result. */
  private boolean bySentence;

  /**
   * How many words are final after another result.
   *
   * @param phrases of what was said since the last final word, in order of time
   */
  int with(List<Phrase> phrases) {
    List<Word> words = Phrase.words(phrases);
    stable = agreement.with(words.stream().map(Word::text).toList());
    bySentence = endsSentence(phrases);
    int found = bySentence ? sentence : endOfPhrase(phrases);
    sentence = 0;
    if (found == 0 && stable > FOLLOWING) {
      long length = words.get(stable - 1).endMilliseconds() - words.get(0).startMilliseconds();
      if (length >= LONG) {
        found = afterMark(phrases);
      }
      if (found == 0 && length >= TOO_LONG) {
        found = longestPause(words);
      }
    }
    return found;
  }

  /**
   * Says that there is a pause after what the last result has, which is a sentence or not.
   *
   * @param phrases the words of that result that are not final
   */
  void pause(List<Phrase> phrases) {
    sentence = isSentence(phrases) ? Phrase.words(phrases).size() : 0;
  }

  /** Whether nothing was heard since a pause after a sentence. */
  boolean awaitsMore() {
    return sentence > 0;
  }

  /** Whether the words that are final now are those before the last pause. */
  boolean isSentence() {
    return bySentence;
  }

  /** On how many words the last results agree, final or not. */
  int stable() {
    return stable;
  }

  /** Begins anew after some words, with what the last result has of the rest. */
  void goOn(List<Phrase> rest) {
    agreement.reset();
    agreement.with(Phrase.words(rest).stream().map(Word::text).toList());
  }

  /** Begins anew. */
  void reset() {
    agreement.reset();
    stable = 0;
    sentence = 0;
  }

  private int endOfPhrase(List<Phrase> phrases) {
    int found = 0;
    int words = 0;
    for (Phrase phrase : phrases.subList(0, Math.max(0, phrases.size() - 1))) {
      words += phrase.best().words().size();
      if (words <= stable) {
        found = words;
      }
    }
    return found;
  }

  /** Whether a sentence that ended at a pause still does when something is said after it. */
  private boolean endsSentence(List<Phrase> phrases) {
    return sentence > 0 && sentence <= stable && isSentence(PhraseParts.before(phrases, sentence));
  }

  private static boolean isSentence(List<Phrase> phrases) {
    return !phrases.isEmpty()
        && SENTENCE_END.matcher(phrases.get(phrases.size() - 1).best().display()).find();
  }

  private int afterMark(List<Phrase> phrases) {
    List<String> spellings =
        phrases.stream().flatMap(phrase -> phrase.best().spellings().stream()).toList();
    for (int word = stable - FOLLOWING; word > 0; word--) {
      if (MARK.matcher(spellings.get(word - 1)).find()) {
        return word;
      }
    }
    return 0;
  }

  /** In the second half of the words, so that few are left. */
  private int longestPause(List<Word> words) {
    int found = stable - FOLLOWING;
    long longest = -1;
    for (int word = Math.max(1, found / 2); word <= stable - FOLLOWING; word++) {
      long pause = words.get(word).startMilliseconds() - words.get(word - 1).endMilliseconds();
      if (pause >= longest) {
        longest = pause;
        found = word;
      }
    }
    return found;
  }
}
