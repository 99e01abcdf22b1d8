// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's own rules for the display text: patterns for numbers and the like, phrases to rewrite,
 * and words to treat as profanity. Thread-safe.
 */
public final class DisplayRules {
  /** No rules. */
  public static final DisplayRules NONE =
      new DisplayRules(InverseTextNormalizer.of("und"), List.of(), new Rewrites(), List.of());

  private final InverseTextNormalizer normalizer;
  private final List<ItnPattern> patterns;
  private final Rewrites rewrites;
  private final List<String> profanity;

  DisplayRules(
      InverseTextNormalizer normalizer,
      List<ItnPattern> patterns,
      Rewrites rewrites,
      List<String> profanity) {
    this.normalizer = normalizer;
    this.patterns = List.copyOf(patterns);
    this.rewrites = rewrites;
    this.profanity = List.copyOf(profanity);
  }

  /**
   * Writes the user's numbers and the like over what was written by the rules of the language.
   *
   * @param lexicalWords as spoken
   * @param written pieces that cover them, from {@link InverseTextNormalizer#write}
   * @return pieces that cover them
   */
  public List<DisplayWord> itn(List<String> lexicalWords, List<DisplayWord> written) {
    if (patterns.isEmpty() || lexicalWords.isEmpty()) {
      return written;
    }
    Lattice lattice = Lattice.of(lexicalWords, written, normalizer);
    List<DisplayWord> all = new ArrayList<>();
    int word = 0;
    int piece = 0;
    while (word < lexicalWords.size()) {
      DisplayWord longest = longest(lattice, word);
      if (longest != null) {
        all.add(longest);
        word = longest.endWord();
      } else {
        while (written.get(piece).endWord() <= word) {
          piece++;
        }
        DisplayWord usual = written.get(piece);
        boolean whole = usual.firstWord() == word && nothingWithin(lattice, word, usual.endWord());
        DisplayWord kept = whole ? usual : new DisplayWord(lexicalWords.get(word), word, word + 1);
        all.add(kept);
        word = kept.endWord();
      }
    }
    return all;
  }

  private boolean nothingWithin(Lattice lattice, int from, int to) {
    for (int word = from + 1; word < to; word++) {
      if (longest(lattice, word) != null) {
        return false;
      }
    }
    return true;
  }

  private @Nullable DisplayWord longest(Lattice lattice, int word) {
    DisplayWord[] longest = new DisplayWord[1];
    for (ItnPattern pattern : patterns) {
      pattern.match(
          lattice,
          Place.before(word),
          "",
          (place, text) -> {
            boolean longer = longest[0] == null || place.word() > longest[0].endWord();
            if (place.isBetweenWords() && place.word() > word && longer) {
              longest[0] = new DisplayWord(text.strip(), word, place.word());
            }
          });
    }
    return longest[0];
  }

  /**
   * Rewrites phrases of the display text.
   *
   * @param display words with their marks, in order
   */
  public List<DisplayWord> rewrite(List<DisplayWord> display) {
    return rewrites.write(display);
  }

  /** Phrases that the user wants to be treated as profanity, in lower case. */
  public List<String> profanity() {
    return profanity;
  }
}
