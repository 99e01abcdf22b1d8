package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.Alternative;
import io.beamscribe.speech.recognition.Phrase;
import io.beamscribe.speech.recognition.Word;
import io.beamscribe.speech.recognition.whisper.Window.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes phrases of the tokens of a window: one ends where the model sets a timestamp and where a
 * segment ends. Words end where it gets quiet, for the next word's begin is all that attention
 * tells.
 */
final class PhraseWriter {
  private final Window window;
  private final String locale;
  private final Map<Part, SpeechLevel> levels = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Part part;

  PhraseWriter(Window window, String locale) {
    this.window = window;
    this.locale = locale;
  }

  /**
   * @param tokens of text only
   * @param breaks for each token, whether the model set a timestamp before it
   * @param begins frames at which tokens begin, and at which the last ends
   */
  List<Phrase> write(
      List<TokenWord> spelled, List<TokenNode> tokens, boolean[] breaks, int[] begins) {
    for (TokenWord word : spelled) {
      double middle = (begins[word.from()] + begins[word.to()]) / 2.0;
      Part here = window.partAt(middle * Alignment.FRAME_SECONDS);
      boolean stop = IntStream.range(word.from(), word.to()).anyMatch(i -> breaks[i]);
      if (part != null && (!here.equals(part) || stop)) {
        endPhrase();
      }
      part = here;
      if (word.spaced() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(word.display());
      words.add(timed(word, tokens, begins));
    }
    endPhrase();
    return phrases;
  }

  private Word timed(TokenWord word, List<TokenNode> tokens, int[] begins) {
    int origin = part.at() / SpeechLevel.FRAME;
    SpeechLevel level = levels.computeIfAbsent(part, each -> new SpeechLevel(each.segment()));
    int from = begins[word.from()] - origin;
    int to = begins[word.to()] - origin;
    if (words.isEmpty()) {
      from = level.firstLoud(from, to);
    }
    to = level.lastLoudEnd(from, to);
    return new Word(
        WordForms.lexical(word.display()),
        word.display(),
        Window.fileTime(part, (origin + from) * Alignment.FRAME_SECONDS),
        Window.fileTime(part, (origin + to) * Alignment.FRAME_SECONDS),
        Confidence.of(tokens.subList(word.from(), word.to())));
  }

  private void endPhrase() {
    if (words.isEmpty()) {
      return;
    }
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    phrases.add(
        new Phrase(
            part.segment().channel(),
            words.get(0).startMilliseconds(),
            words.get(words.size() - 1).endMilliseconds(),
            locale,
            List.of(new Alternative(text.toString(), Confidence.rounded(confidence), words))));
    words.clear();
    text.setLength(0);
  }
}
