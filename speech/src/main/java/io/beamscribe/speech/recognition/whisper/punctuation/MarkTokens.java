// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.punctuation;

import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import io.beamscribe.speech.text.WrittenLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The marks of a language, and how likely each follows. Immutable. */
final class MarkTokens {
  private static final List<String> LATIN = List.of(",", ".", "?", "!");

  /** The model also writes Latin marks there: they are the same marks. */
  private static final Map<String, List<String>> OTHER =
      Map.of("ja", List.of("、", "。", "？", "！"), "zh", List.of("，", "。", "？", "！"));

  private final List<String> marks;
  private final int[] tokens;
  private final boolean[] begins;
  private final boolean spaced;
  private final String comma;
  private final int stop;
  private final int endOfText;

  /** What all marks together have over the likeliest, at most. */
  private final float most;

  /**
   * @param language code of the vocabulary
   */
  MarkTokens(String language, Vocabulary vocabulary) {
    spaced = WrittenLanguage.hasSpaces(language);
    endOfText = vocabulary.endOfText;
    List<String> known = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    List<String> own = OTHER.getOrDefault(language, LATIN);
    for (List<String> written : own.equals(LATIN) ? List.of(LATIN) : List.of(own, LATIN)) {
      for (int i = 0; i < written.size(); i++) {
        List<Integer> pieces = BytePairs.encode(written.get(i), vocabulary);
        if (pieces.size() == 1) {
          known.add(own.get(i));
          ids.add(pieces.get(0));
        }
      }
    }
    comma = own.get(0);
    stop = known.indexOf(own.get(1));
    marks = List.copyOf(known);
    tokens = ids.stream().mapToInt(Integer::intValue).toArray();
    most = (float) Math.log(tokens.length);
    begins = new boolean[endOfText];
    for (int token = 0; token < endOfText; token++) {
      begins[token] = !spaced || vocabulary.text(List.of(token)).startsWith(" ");
    }
    for (int token : tokens) {
      begins[token] = false;
    }
  }

  boolean spaced() {
    return spaced;
  }

  String mark(int number) {
    return marks.get(number);
  }

  int token(int number) {
    return tokens[number];
  }

  /** Whether a sentence ends with a mark. */
  boolean ends(int number) {
    return !marks.get(number).equals(comma);
  }

  /**
   * The mark before the next word; -1 if there is none. What counts is whether any word follows:
   * the recognised one may be wrong, and unlikely for that.
   *
   * @param logits of text and its end
   */
  int between(float[] logits) {
    int best = likeliest(logits);
    float top = logits[tokens[best]];
    return !hasWord(logits, top + most) && weight(logits, best) > words(logits, top) ? best : -1;
  }

  /**
   * The mark at the end of a window; -1 if the sentence goes on.
   *
   * @param pause whether silence follows
   */
  int end(float[] logits, boolean pause) {
    int best = likeliest(logits);
    float top = logits[tokens[best]];
    double end = Math.exp(logits[endOfText] - top);
    if (!pause && words(logits, top) > 1 + end) {
      return -1;
    }
    return !ends(best) && (pause || end > 1) ? stop : best;
  }

  private int likeliest(float[] logits) {
    int best = 0;
    for (int i = 1; i < tokens.length; i++) {
      if (logits[tokens[i]] > logits[tokens[best]]) {
        best = i;
      }
    }
    return best;
  }

  /** All marks together, as a multiple of one. */
  private double weight(float[] logits, int best) {
    double sum = 0;
    for (int token : tokens) {
      sum += Math.exp(logits[token] - logits[tokens[best]]);
    }
    return sum;
  }

  /** Whether a single beginning of a word is above a limit. */
  private boolean hasWord(float[] logits, float limit) {
    for (int token = 0; token < begins.length; token++) {
      if (logits[token] > limit && begins[token]) {
        return true;
      }
    }
    return false;
  }

  /** All beginnings of words together, as a multiple of what a logit stands for. */
  private double words(float[] logits, float one) {
    double sum = 0;
    for (int token = 0; token < begins.length; token++) {
      if (begins[token]) {
        sum += Math.exp(logits[token] - one);
      }
    }
    return sum;
  }
}
