// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.alignment.Aligner;
import io.beamscribe.speech.scoring.alignment.AlignmentRule;
import io.beamscribe.speech.scoring.alignment.Edit;
import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.alignment.EditKind;
import io.beamscribe.speech.scoring.normalization.Tokens;
import io.beamscribe.speech.scoring.results.TokenErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Errors in the text for readers. Marks at the beginning and end of a word are tokens of their own,
 * also where a script has no spaces; marks within words, as in <i>3.5</i>, are not.
 */
final class DisplayScore {
  private static final Pattern WRITTEN = Pattern.compile("[\\p{Lu}\\p{Nd}.,?!;:。、，？！；：؟،।]");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final String MARKS = ".,?!;:…\"'()[]{}«»“”„‘’¿¡-–—。、，？！；：「」『』（）؟،؛।॥・";
  private static final Pattern WIDE = Pattern.compile("(?<=[。、，？！；：「」『』（）・])|(?=[。、，？！；：「」『』（）・])");
  private static final Aligner ALIGNER = new Aligner(AlignmentRule.LEVENSHTEIN);

  private DisplayScore() {}

  /** Whether a reference is written for readers: with marks, digits or capital letters. */
  static boolean isWritten(String text) {
    return WRITTEN.matcher(text).find();
  }

  static TokenErrors of(String reference, String hypothesis) {
    List<String> one = tokens(reference);
    List<String> other = tokens(hypothesis);
    List<Edit> edits = ALIGNER.align(one, other);
    long[] kinds = new long[5];
    for (int i = 0; i < edits.size(); i++) {
      if (edits.get(i).kind() != EditKind.CORRECT) {
        kinds[kind(edits, i, one, other)]++;
      }
    }
    return new TokenErrors(EditCounts.of(edits), kinds[0], kinds[1], kinds[2], kinds[3], kinds[4]);
  }

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String word : Tokens.words(text)) {
      for (String part : WIDE.split(word)) {
        divide(part, tokens);
      }
    }
    return tokens;
  }

  private static void divide(String word, List<String> tokens) {
    int from = 0;
    int to = word.length();
    while (from < to && MARKS.indexOf(word.charAt(from)) >= 0) {
      tokens.add(word.substring(from, ++from));
    }
    while (to > from && MARKS.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    if (to > from) {
      tokens.add(word.substring(from, to));
    }
    for (int i = Math.max(from, to); i < word.length(); i++) {
      tokens.add(word.substring(i, i + 1));
    }
  }

  private static int kind(List<Edit> edits, int at, List<String> one, List<String> other) {
    String reference = reference(edits.get(at), one);
    String hypothesis = hypothesis(edits.get(at), other);
    if (isMark(reference) && isMark(hypothesis)) {
      return 0;
    }
    if (!reference.isEmpty()
        && reference.toLowerCase(Locale.ROOT).equals(hypothesis.toLowerCase(Locale.ROOT))) {
      return 1;
    }
    if (isBesideNumber(edits, at, one, other)) {
      return 2;
    }
    return hasLetter(reference) || hasLetter(hypothesis) ? 3 : 4;
  }

  /** Whether the errors that adjoin each other here have a number on one side. */
  private static boolean isBesideNumber(
      List<Edit> edits, int at, List<String> one, List<String> other) {
    int from = at;
    while (from > 0 && edits.get(from - 1).kind() != EditKind.CORRECT) {
      from--;
    }
    for (int i = from; i < edits.size() && edits.get(i).kind() != EditKind.CORRECT; i++) {
      if (DIGIT.matcher(reference(edits.get(i), one)).find()
          != DIGIT.matcher(hypothesis(edits.get(i), other)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String reference(Edit edit, List<String> tokens) {
    return edit.kind() == EditKind.INSERTION ? "" : tokens.get(edit.reference());
  }

  private static String hypothesis(Edit edit, List<String> tokens) {
    return edit.kind() == EditKind.DELETION ? "" : tokens.get(edit.hypothesis());
  }

  private static boolean isMark(String token) {
    return token.isEmpty() || token.length() == 1 && MARKS.indexOf(token.charAt(0)) >= 0;
  }

  private static boolean hasLetter(String token) {
    return token.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
