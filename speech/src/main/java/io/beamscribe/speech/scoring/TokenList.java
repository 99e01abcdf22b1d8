// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.conversations.TimedWord;
import io.beamscribe.speech.scoring.normalization.Normalizer;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Tokens of texts with the times of the words that they come from. */
final class TokenList {
  private TokenList() {}

  /** The tokens of utterances, one after the other. */
  static List<Token> ofUtterances(
      List<Utterance> utterances, Normalizer normalizer, String locale) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < utterances.size(); i++) {
      Utterance each = utterances.get(i);
      List<TimedWord> words = each.words();
      List<Token> own = new ArrayList<>();
      for (TimedWord word : words) {
        for (String token : normalizer.tokens(word.text(), locale)) {
          own.add(new Token(token, i, word.start(), word.end(), Double.NaN, true));
        }
      }
      tokens.addAll(
          fitting(own, normalizer.tokens(each.text(), locale), i, each.start(), each.end()));
    }
    return tokens;
  }

  /** The tokens of phrases, one after the other. */
  static List<Token> ofPhrases(List<Phrase> phrases, Normalizer normalizer, String locale) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      List<Token> own = new ArrayList<>();
      for (Word word : phrase.best().words()) {
        for (String token : normalizer.tokens(word.text(), locale)) {
          own.add(
              new Token(
                  token,
                  i,
                  word.startMilliseconds() / 1e3,
                  word.endMilliseconds() / 1e3,
                  word.confidence(),
                  true));
        }
      }
      boolean timed = phrase.endMilliseconds() > phrase.startMilliseconds();
      tokens.addAll(
          fitting(
              own,
              normalizer.tokens(phrase.best().lexical(), locale),
              i,
              timed ? phrase.startMilliseconds() / 1e3 : Double.NaN,
              timed ? phrase.endMilliseconds() / 1e3 : Double.NaN));
    }
    return tokens;
  }

  /** The tokens of the words if they are those of the text, which counts. */
  private static List<Token> fitting(
      List<Token> own, List<String> text, int utterance, double start, double end) {
    if (own.stream().map(Token::text).toList().equals(text)) {
      return own;
    }
    return TimedWord.spread(text, start, end).stream()
        .map(word -> new Token(word.text(), utterance, word.start(), word.end(), Double.NaN, false))
        .toList();
  }
}
