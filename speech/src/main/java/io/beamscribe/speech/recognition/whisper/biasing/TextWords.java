// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as its tokens make them up. A word is named in lower case with what goes
 * before it, as in {@code " word"}; a token that is a word by itself by its number, as in {@code
 * #123}, since it may be a part of a letter. Immutable.
 */
public final class TextWords {
  private static final String NUMBER = "#";

  private final Vocabulary vocabulary;
  private final TokenKinds kinds;

  public TextWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.kinds = new TokenKinds(vocabulary);
  }

  /**
   * A word of a text.
   *
   * @param from its first token
   * @param to after its last
   * @param begins whether it follows no other word of its sentence
   */
  public record TextWord(String name, int from, int to, boolean begins) {}

  TokenKinds kinds() {
    return kinds;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  public List<Integer> tokens(String sentence) {
    return BytePairs.encode(" " + sentence.strip(), vocabulary);
  }

  /** The words in order; marks are none. */
  public List<TextWord> words(List<Integer> tokens) {
    List<TextWord> words = new ArrayList<>();
    boolean begins = true;
    int from = -1;
    for (int at = 0; at <= tokens.size(); at++) {
      TokenKinds.Kind kind = at == tokens.size() ? TokenKinds.Kind.END : kinds.of(tokens.get(at));
      if (from >= 0 && (kind != TokenKinds.Kind.MORE || isSingle(tokens.get(at - 1)))) {
        words.add(new TextWord(name(tokens.subList(from, at)), from, at, begins));
        begins = false;
        from = -1;
      }
      if (kind == TokenKinds.Kind.END) {
        begins = true;
      } else if (kind != TokenKinds.Kind.MARK && from < 0) {
        from = at;
      }
    }
    return words;
  }

  private boolean isSingle(int token) {
    return kinds.of(token) == TokenKinds.Kind.SINGLE;
  }

  private String name(List<Integer> tokens) {
    String text = vocabulary.text(tokens);
    return isSingle(tokens.get(0)) || text.indexOf(0xFFFD) >= 0
        ? NUMBER + String.join(NUMBER, tokens.stream().map(String::valueOf).toList())
        : text.toLowerCase(Locale.ROOT);
  }

  /** How a word may be spelled in tokens. */
  List<List<Integer>> spellings(String name) {
    if (name.startsWith(NUMBER)) {
      List<Integer> tokens = new ArrayList<>();
      for (String each : name.substring(1).split(NUMBER)) {
        tokens.add(Integer.valueOf(each));
      }
      return List.of(tokens);
    }
    String word = name.strip();
    List<List<Integer>> all = new ArrayList<>();
    String before = name.startsWith(" ") ? " " : "";
    for (String each :
        new String[] {
          word,
          word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
          word.toUpperCase(Locale.ROOT)
        }) {
      all.add(BytePairs.encode(before + each, vocabulary));
    }
    return all;
  }
}
