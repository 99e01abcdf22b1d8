// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.recognition.whisper.LanguageChoice.Language;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.search.Repetition;
import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Script;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWords;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Recognises the segments of one call, a few windows at a time. Not thread-safe. */
final class WindowTranscriber implements AutoCloseable {
  /** Seconds of loud sound after the last word that are decoded again. */
  private static final double MISSED_SECONDS = 2;

  /** Letters of dropped text that its flag shows. */
  private static final int EXCERPT = 80;

  /** Seconds by which each pass must advance, so that it terminates. */
  private static final double LEAST_PROGRESS = 1;

  private final WhisperModel model;
  private final Vocabulary vocabulary;
  private final EncoderOutputs encodings;
  private final TokenDecoder decoder;
  private final WindowReader reader;
  private final TokenWords words;

  /** Converters of words to the script of a locale. */
  private final Map<String, UnaryOperator<String>> scripts = new HashMap<>();

  private final FloatBuffer audio = Tensors.floats(Window.SAMPLES);

  WindowTranscriber(WhisperModel model) throws OrtException {
    this.model = model;
    this.vocabulary = model.vocabulary();
    encodings = new EncoderOutputs(model);
    decoder = new TokenDecoder(model);
    reader = new WindowReader(model, decoder);
    words = new TokenWords(vocabulary);
  }

  /** The language of each segment, as in {@code Engine#identify}. */
  List<String> identify(List<SpeechSegment> segments, List<String> candidates)
      throws OrtException, SpeechException {
    LanguageChoice choice = new LanguageChoice(candidates, vocabulary);
    List<String> decided = new ArrayList<>();
    List<Window> all = Window.each(segments);
    for (int from = 0; from < all.size(); from += encodings.most()) {
      List<Window> windows = all.subList(from, Math.min(all.size(), from + encodings.most()));
      encode(windows);
      for (double[] probabilities : reader.languages(encodings, numbers(windows.size()))) {
        decided.add(choice.best(probabilities).locale());
      }
    }
    return decided;
  }

  Recognition transcribe(List<SpeechSegment> segments, RecognitionOptions options)
      throws OrtException, SpeechException {
    for (SpeechSegment segment : segments) {
      segment.requireFinite();
    }
    SpokenLanguage spoken = options.language();
    LanguageChoice choice = new LanguageChoice(spoken.locales(), vocabulary);
    boolean each = spoken.mode() == SpokenLanguage.Mode.CONTINUOUS;
    Language only = spoken.mode() == SpokenLanguage.Mode.FIXED ? choice.only() : null;
    List<Integer> favoured = favoured(options.phrases());
    List<WindowResult> all =
        (each ? Window.each(segments) : Window.pack(segments))
            .stream().map(WindowResult::new).toList();
    Deque<WindowResult> open = new ArrayDeque<>(all);
    while (!open.isEmpty()) {
      List<WindowResult> batch = new ArrayList<>();
      while (!open.isEmpty() && batch.size() < encodings.most()) {
        batch.add(open.removeFirst());
      }
      encode(batch.stream().map(hearing -> hearing.window).toList());
      if (only == null && !each) {
        only = choice.best(reader.languages(encodings, List.of(0)).get(0));
      }
      List<Language> languages =
          each ? languages(choice, batch.size()) : Collections.nCopies(batch.size(), only);
      List<WindowText> texts =
          reader.read(
              encodings,
              languages.stream().map(Language::code).toList(),
              options.task(),
              favoured,
              options.beam());
      for (int i = 0; i < batch.size(); i++) {
        boolean last = i == batch.size() - 1;
        write(batch.get(i), i, texts.get(i), languages.get(i), options.task(), last);
        WindowResult rest = batch.get(i).rest;
        if (rest != null) {
          open.addLast(rest);
        }
      }
    }
    return WindowResult.all(all);
  }

  private void encode(List<Window> windows) throws OrtException {
    encodings.clear(windows.size());
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).fill(audio);
      encodings.encode(audio, i == windows.size() - 1);
    }
  }

  private List<Language> languages(LanguageChoice choice, int windows) throws OrtException {
    return reader.languages(encodings, numbers(windows)).stream().map(choice::best).toList();
  }

  private static List<Integer> numbers(int windows) {
    return IntStream.range(0, windows).boxed().toList();
  }

  /**
   * Adds the text of a window, and the leftover if the model stopped too early.
   *
   * @param number of the window among those encoded
   * @param last whether it is the last of them
   */
  private void write(
      WindowResult hearing, int number, WindowText text, Language language, Task task, boolean last)
      throws OrtException {
    Window window = hearing.window;
    List<TokenNode> tokens = text.hypothesis().tokens();
    if (tokens.isEmpty()) {
      return;
    }
    if (HallucinationFilter.isSilence(text)) {
      hearing.flags.add(flag("noSpeech", window, text));
      return;
    }
    List<Integer> ids = text.hypothesis().ids();
    if (text.compression() > Repetition.COMPRESSION && Repetition.circles(ids)) {
      hearing.flags.add(flag("repetition", window, text));
      return;
    }
    int frames = Math.max(1, Math.min(EncoderOutputs.FRAMES, window.length() / SpeechLevel.FRAME));
    int[] begins = reader.begins(encodings, number, language.code(), task, ids, frames, last);
    hearing.rest =
        rest(window, begins[ids.size()] * Alignment.FRAME_SECONDS)
            .map(WindowResult::new)
            .orElse(null);
    List<Phrase> written =
        new PhraseWriter(
                window, language.locale(), scripts.computeIfAbsent(language.locale(), Script::of))
            .write(words.split(ids, language.code()), tokens, begins);
    for (Phrase phrase : written) {
      if (HallucinationFilter.isStock(phrase)) {
        hearing.flags.add(flag(phrase));
      } else {
        hearing.phrases.add(phrase);
      }
    }
  }

  /** The audio after the last word, if there is speech in it. */
  private static Optional<Window> rest(Window window, double end) {
    if (end < LEAST_PROGRESS || window.seconds() - end < MISSED_SECONDS) {
      return Optional.empty();
    }
    return window
        .after(end)
        .filter(
            rest ->
                rest.parts().stream()
                        .mapToDouble(part -> new SpeechLevel(part.segment()).loudSeconds())
                        .sum()
                    >= MISSED_SECONDS);
  }

  /** Phrases as preceding text: what it contains is likelier to recur, in the same spelling. */
  private List<Integer> favoured(List<String> phrases) {
    if (phrases.isEmpty()) {
      return List.of();
    }
    List<Integer> tokens = BytePairs.encode(" " + String.join(", ", phrases) + ".", vocabulary);
    int room = model.dimensions().context() / 2 - 1;
    return tokens.size() <= room ? tokens : tokens.subList(0, room);
  }

  private Flag flag(String kind, Window window, WindowText text) {
    Window.Part first = window.parts().get(0);
    Window.Part last = window.parts().get(window.parts().size() - 1);
    long start = Window.fileTime(first, 0);
    long end = Window.fileTime(last, window.seconds());
    String dropped = vocabulary.text(text.hypothesis().ids()).strip();
    return new Flag(kind, first.segment().channel(), start, end, excerpt(dropped));
  }

  private static Flag flag(Phrase phrase) {
    return new Flag(
        "stockPhrase",
        phrase.channel(),
        phrase.startMilliseconds(),
        phrase.endMilliseconds(),
        excerpt(phrase.best().display()));
  }

  private static String excerpt(String text) {
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }

  @Override
  public void close() {
    try (decoder;
        encodings) {
      // close both
    }
  }
}
