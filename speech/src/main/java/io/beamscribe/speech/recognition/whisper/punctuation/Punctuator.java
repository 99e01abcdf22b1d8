// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.punctuation;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import io.beamscribe.speech.text.punctuation.MarkedWord;
import io.beamscribe.speech.text.punctuation.Orthography;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes marks and capital letters to recognised words, several windows at a time. Not thread-safe.
 */
public final class Punctuator {
  /**
   * Tokens decoded at once in a window; the same at each step, as it affects how sums are rounded.
   */
  private static final int WIDTH = 8;

  /** Milliseconds of silence that end a sentence with its window. */
  private static final long PAUSE = 500;

  private final WhisperModel model;
  private final EncoderOutputs encodings;
  private final TokenDecoder decoder;
  private final Vocabulary vocabulary;

  /** By language: all tokens are looked at to find those that begin a word. */
  private final Map<String, MarkTokens> marksOf = new HashMap<>();

  /** Encodes windows, numbered from 0. */
  public interface Encoding {
    void of(List<Window> windows) throws OrtException;
  }

  public Punctuator(WhisperModel model, EncoderOutputs encodings, TokenDecoder decoder) {
    this.model = model;
    this.encodings = encodings;
    this.decoder = decoder;
    this.vocabulary = model.vocabulary();
  }

  /**
   * The phrases with marks in their best readings.
   *
   * @param segments in which they were recognised, of one channel, in order of time
   * @param phrases in order of time
   * @param language code of the vocabulary
   */
  public List<Phrase> punctuate(
      List<SpeechSegment> segments,
      List<Phrase> phrases,
      String language,
      String locale,
      Encoding encoding)
      throws OrtException {
    List<Word> all = Phrase.words(phrases);
    List<WindowWords> filled = WindowWords.of(Window.pack(segments), all);
    MarkTokens marks = marksOf.computeIfAbsent(language, code -> new MarkTokens(code, vocabulary));
    List<MarkedWord> marked = new ArrayList<>();
    for (int from = 0; from < filled.size(); from += encodings.most()) {
      List<WindowWords> batch =
          filled.subList(from, Math.min(filled.size(), from + encodings.most()));
      encoding.of(batch.stream().map(WindowWords::window).toList());
      for (WindowMarks window : read(batch, marks, language, locale)) {
        int last = marked.size() - 1;
        if (last >= 0 && window.goesOn() && marked.get(last).endsSentence()) {
          // Where audio is cut the decoder tends to end a sentence.
          marked.set(last, marked.get(last).followedBy(""));
        }
        marked.addAll(window.words(locale));
      }
    }
    return written(phrases, Orthography.of(locale).written(marked));
  }

  private List<WindowMarks> read(
      List<WindowWords> batch, MarkTokens marks, String language, String locale)
      throws OrtException {
    List<Integer> numbers = IntStream.range(0, batch.size()).boxed().toList();
    List<Integer> prompt =
        List.of(
            vocabulary.startOfTranscript,
            vocabulary.languages().get(language),
            vocabulary.transcribe,
            vocabulary.noTimestamps);
    decoder.begin(encodings, numbers);
    List<TokenDecoder.Said> said =
        decoder.prompt(numbers.stream().map(each -> prompt).toList(), prompt.size() - 1);
    List<WindowMarks> all = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      WindowWords words = batch.get(i);
      all.add(
          new WindowMarks(
              words.words().stream().map(Word::text).toList(),
              locale,
              words.silence() >= PAUSE,
              marks,
              vocabulary,
              said.get(i),
              model.dimensions().context()));
    }
    List<WindowMarks> live = all;
    while (!live.isEmpty()) {
      List<List<float[]>> logits =
          decoder.step(
              live.stream().map(window -> window.draft(WIDTH)).toList(),
              WIDTH,
              live.stream().map(WindowMarks::asked).toList());
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < live.size(); i++) {
        live.get(i).take(logits.get(i));
        if (!live.get(i).done()) {
          kept.add(i);
        }
      }
      if (kept.size() < live.size()) {
        live = kept.stream().map(live::get).toList();
        if (!live.isEmpty()) {
          decoder.keep(kept);
        }
      }
    }
    return all;
  }

  private static List<Phrase> written(List<Phrase> phrases, List<MarkedWord> marked) {
    List<Phrase> written = new ArrayList<>();
    int next = 0;
    for (Phrase phrase : phrases) {
      Reading best = phrase.best();
      List<String> shown = new ArrayList<>();
      for (int i = 0; i < best.words().size(); i++) {
        MarkedWord word = marked.get(next++);
        shown.add(word.before() + word.spelling() + word.after());
      }
      List<Reading> readings = new ArrayList<>(phrase.readings());
      readings.set(
          0, Reading.spelled(String.join(" ", shown), best.confidence(), best.words(), shown));
      written.add(best.words().isEmpty() ? phrase : phrase.withReadings(readings));
    }
    return written;
  }
}
