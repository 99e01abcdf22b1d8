// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Groups tokens into words. A word begins with a space in languages written with spaces, otherwise
 * with every token that is not the middle of a letter. Punctuation belongs to the word before it,
 * and opening marks to the word after.
 */
public final class TokenWords {
  /** Written without spaces between words. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja", "th", "lo", "my", "yue", "km");

  private static final String OPENING = "\"'“‘¿¡([{「『（《〈【«-";

  private final Vocabulary vocabulary;

  public TokenWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param tokens of text only
   * @param language code of the language
   */
  public List<TokenWord> split(List<Integer> tokens, String language) {
    List<TokenWord> words = new ArrayList<>();
    for (TokenWord piece : pieces(tokens)) {
      TokenWord last = words.isEmpty() ? null : words.get(words.size() - 1);
      if (last != null && belongsTo(last, piece, UNSPACED.contains(language))) {
        words.set(words.size() - 1, joined(last, piece));
      } else {
        words.add(piece);
      }
    }
    return withoutLoneMarks(words);
  }

  /**
   * An opening mark without a word directly after it, such as a dash, belongs to the word before.
   */
  private static List<TokenWord> withoutLoneMarks(List<TokenWord> words) {
    List<TokenWord> spoken = new ArrayList<>();
    for (TokenWord word : words) {
      int last = spoken.size() - 1;
      if (last >= 0 && !isSpoken(word.display())) {
        spoken.set(last, joined(spoken.get(last), word));
      } else {
        spoken.add(word);
      }
    }
    return spoken;
  }

  private static TokenWord joined(TokenWord first, TokenWord second) {
    String joint = second.spaced() ? " " : "";
    return new TokenWord(
        first.display() + joint + second.display(), first.spaced(), first.from(), second.to());
  }

  private static boolean belongsTo(TokenWord last, TokenWord piece, boolean unspaced) {
    if (!isSpoken(last.display())) {
      // Opening marks wait for their word; a word needs at least one letter.
      return isOpening(last.display()) && !piece.spaced() || !isSpoken(piece.display());
    }
    if (!isSpoken(piece.display())) {
      return !(piece.spaced() && isOpening(piece.display()));
    }
    return !unspaced && !piece.spaced();
  }

  /** The shortest runs of tokens that are whole letters. */
  private List<TokenWord> pieces(List<Integer> tokens) {
    List<TokenWord> pieces = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= tokens.size(); to++) {
      String text = vocabulary.text(tokens.subList(from, to));
      if (to == tokens.size() || isWhole(tokens.subList(from, to))) {
        boolean spaced = text.startsWith(" ");
        if (!text.isBlank()) {
          pieces.add(new TokenWord(text.strip(), spaced, from, to));
          from = to;
        }
      }
    }
    return pieces;
  }

  private boolean isWhole(List<Integer> tokens) {
    int length = tokens.stream().mapToInt(token -> vocabulary.bytes(token).length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    tokens.forEach(token -> bytes.put(vocabulary.bytes(token)));
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(bytes.flip());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isOpening(String text) {
    return text.chars().allMatch(letter -> OPENING.indexOf(letter) >= 0);
  }

  private static boolean isSpoken(String text) {
    return text.codePoints()
        .anyMatch(
            letter ->
                Character.isLetterOrDigit(letter)
                    || Character.getType(letter) == Character.CURRENCY_SYMBOL
                    || "%&@#+=".indexOf(letter) >= 0);
  }
}
