// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.List;

/** How tokens make up the words of a text. Immutable. */
final class TokenKinds {
  /** What a token is in a text. */
  enum Kind {
    /** Begins a word. */
    BEGIN,
    /** Goes on with the word before it, or begins one where there is none. */
    MORE,
    /** A word by itself: in scripts where words are not, or not all, divided by spaces. */
    SINGLE,
    /** Stands between words. */
    MARK,
    /** Ends a sentence. */
    END
  }

  private final Kind[] kinds;

  TokenKinds(Vocabulary vocabulary) {
    kinds = new Kind[vocabulary.endOfText];
    for (int token = 0; token < kinds.length; token++) {
      kinds[token] = kind(vocabulary.text(List.of(token)).strip(), vocabulary.endsWord(token));
    }
  }

  private static Kind kind(String text, boolean begins) {
    if (text.codePoints().anyMatch(letter -> letter == 0xFFFD)) {
      return Kind.MORE; // a part of a letter
    }
    int first = text.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(0);
    if (first == 0) {
      return text.matches(".*[.?!:;…。？！].*") ? Kind.END : Kind.MARK;
    }
    if (Character.isLetter(first) && Spellings.mayGoOn(Character.toString(first))) {
      return Kind.SINGLE;
    }
    return begins ? Kind.BEGIN : Kind.MORE;
  }

  Kind of(int token) {
    return token < kinds.length ? kinds[token] : Kind.END;
  }
}
