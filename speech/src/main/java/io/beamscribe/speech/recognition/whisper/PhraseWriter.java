// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.model.Window.Part;
import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import io.beamscribe.speech.text.WordEdges;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the tokens of a window into phrases: one ends where a sentence ends and a pause follows,
 * where there is a long pause, and where a segment ends. Words end where the sound fades, because
 * attention only gives the start of the next word.
 */
final class PhraseWriter {
  /** Milliseconds of silence after a sentence; abbreviations end with a full stop too. */
  private static final long PAUSE = 200;

  /** Milliseconds of silence that always end a phrase. */
  private static final long LONG_PAUSE = 1000;

  /** Frames by which a phrase starts before the sound rises: many first sounds are soft. */
  private static final int LEAD = 3;

  private final Window window;
  private final String locale;
  private final UnaryOperator<String> script;
  private final Map<Part, SpeechLevel> levels = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<String> spellings = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Part part;

  /**
   * @param script converts words to the script of the locale
   */
  PhraseWriter(Window window, String locale, UnaryOperator<String> script) {
    this.window = window;
    this.locale = locale;
    this.script = script;
  }

  /**
   * @param tokens of text only
   */
  List<Phrase> write(List<TimedWord> spelled, List<TokenNode> tokens) {
    for (TimedWord each : spelled) {
      TokenWord word = each.word().inScript(script);
      Part here = window.partAt(each.middle() * Alignment.FRAME_SECONDS);
      if (part != null && (!here.equals(part) || ends(each))) {
        endPhrase();
      }
      part = here;
      if (word.spaced() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(word.display());
      words.add(timed(word, each, here, tokens));
      spellings.add(word.display());
    }
    endPhrase();
    return phrases;
  }

  /** Whether a phrase ends before a word of the same part. */
  private boolean ends(TimedWord next) {
    if (words.isEmpty()) {
      return false;
    }
    Part here = requireNonNull(part);
    int origin = here.at() / SpeechLevel.FRAME;
    int loud = level(here).firstLoud(next.from() - origin, next.to() - origin);
    Word last = words.get(words.size() - 1);
    long pause =
        Window.fileTime(part, (origin + loud) * Alignment.FRAME_SECONDS) - last.endMilliseconds();
    return pause >= LONG_PAUSE
        || pause >= PAUSE
            && SentenceStarts.SENTENCE_END.matcher(spellings.get(spellings.size() - 1)).find();
  }

  private Word timed(TokenWord word, TimedWord time, Part here, List<TokenNode> tokens) {
    int origin = here.at() / SpeechLevel.FRAME;
    int from = time.from() - origin;
    int to = time.to() - origin;
    if (words.isEmpty()) {
      from = Math.max(from, level(here).firstLoud(from, to) - LEAD);
    }
    to = level(here).lastLoudEnd(from, to);
    return new Word(
        WordEdges.of(word.display()).lexical(locale),
        Window.fileTime(here, (origin + from) * Alignment.FRAME_SECONDS),
        Window.fileTime(here, (origin + to) * Alignment.FRAME_SECONDS),
        Confidence.of(tokens.subList(word.from(), word.to())));
  }

  private SpeechLevel level(Part here) {
    return levels.computeIfAbsent(here, each -> new SpeechLevel(each.segment()));
  }

  private void endPhrase() {
    if (words.isEmpty()) {
      return;
    }
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    phrases.add(
        new Phrase(
            requireNonNull(part).segment().channel(),
            words.get(0).startMilliseconds(),
            words.get(words.size() - 1).endMilliseconds(),
            locale,
            List.of(
                Reading.spelled(
                    text.toString(), Confidence.rounded(confidence), words, spellings))));
    words.clear();
    spellings.clear();
    text.setLength(0);
  }
}
