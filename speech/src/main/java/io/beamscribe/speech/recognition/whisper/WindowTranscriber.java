// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.recognition.Effort;
import io.beamscribe.speech.recognition.Examination;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.recognition.whisper.LanguageChoice.Language;
import io.beamscribe.speech.recognition.whisper.biasing.BothFavours;
import io.beamscribe.speech.recognition.whisper.biasing.Favour;
import io.beamscribe.speech.recognition.whisper.biasing.PhraseProgress;
import io.beamscribe.speech.recognition.whisper.biasing.PhraseTree;
import io.beamscribe.speech.recognition.whisper.biasing.TextProgress;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.punctuation.Punctuator;
import io.beamscribe.speech.recognition.whisper.search.Repetition;
import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import io.beamscribe.speech.recognition.whisper.tokens.Script;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWords;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recognises the segments of one call, a few windows at a time. Not thread-safe. */
final class WindowTranscriber implements AutoCloseable {
  /** Letters of dropped text that its flag shows. */
  private static final int EXCERPT = 80;

  /** Samples of silence at the end of windows that marks are written in. */
  private static final int SILENCE = 8_000;

  /** Samples of silence at the end of short windows: with less, texts are written twice. */
  private static final int LONG_SILENCE = 32_000;

  /** Samples of the shortest window: texts of shorter ones are often written twice, too. */
  private static final int SHORTEST = 192_000;

  private final WhisperModel model;
  private final Vocabulary vocabulary;
  private final EncoderOutputs encodings;
  private final TokenDecoder decoder;
  private final WindowReader reader;
  private final TokenWords words;
  private final Punctuator punctuator;

  /** Converters of words to the script of a locale. */
  private final Map<String, UnaryOperator<String>> scripts = new HashMap<>();

  private List<String> listed = List.of();
  private @Nullable PhraseTree tree;

  /** Null if the model is not adapted to a text. */
  private final @Nullable AdaptedText adapted;

  private final FloatBuffer audio = Tensors.floats(Window.SAMPLES);

  /** A state of the encoder, filled only while a segment is examined. */
  private @Nullable FloatBuffer hidden;

  WindowTranscriber(WhisperModel model, @Nullable AdaptedText adapted) throws OrtException {
    this.model = model;
    this.adapted = adapted;
    this.vocabulary = model.vocabulary();
    encodings = new EncoderOutputs(model);
    decoder = new TokenDecoder(model);
    reader = new WindowReader(model, decoder);
    words = new TokenWords(vocabulary);
    punctuator = new Punctuator(model, encodings, decoder);
  }

  /** The language of each segment, as in {@code Engine#identify}. */
  List<String> identify(List<SpeechSegment> segments, List<String> candidates)
      throws OrtException, SpeechException {
    LanguageChoice choice = new LanguageChoice(candidates, vocabulary);
    return stretches(segments).stream()
        .map(stretch -> choice.best(List.of(stretch)).locale())
        .toList();
  }

  /** The language of all segments, as in {@code Engine#identifyTogether}. */
  String identifyTogether(List<SpeechSegment> segments, List<String> candidates)
      throws OrtException, SpeechException {
    return new LanguageChoice(candidates, vocabulary).best(stretches(segments)).locale();
  }

  private List<LanguageChoice.Stretch> stretches(List<SpeechSegment> segments) throws OrtException {
    List<LanguageChoice.Stretch> stretches = new ArrayList<>();
    List<Window> all = Window.each(segments);
    for (int from = 0; from < all.size(); from += encodings.most()) {
      List<Window> windows = all.subList(from, Math.min(all.size(), from + encodings.most()));
      encode(windows);
      stretches.addAll(encodedStretches(windows));
    }
    return stretches;
  }

  private List<LanguageChoice.Stretch> encodedStretches(List<Window> windows) throws OrtException {
    List<double[]> probabilities = reader.languages(encodings, numbers(windows.size()));
    return IntStream.range(0, windows.size())
        .mapToObj(
            number ->
                new LanguageChoice.Stretch(
                    windows.get(number).seconds(), probabilities.get(number)))
        .toList();
  }

  /** Marks for words, as in {@code Engine#punctuate}. */
  List<Phrase> punctuate(
      List<SpeechSegment> segments, List<Phrase> phrases, String language, String locale)
      throws OrtException, SpeechException {
    for (SpeechSegment segment : segments) {
      segment.requireFinite();
    }
    return punctuator.punctuate(segments, phrases, language, locale, this::encodeForMarks);
  }

  /** As in {@code Engine#recognize}. */
  Recognition transcribe(List<SpeechSegment> segments, RecognitionOptions options, Effort effort)
      throws OrtException, SpeechException {
    for (SpeechSegment segment : segments) {
      segment.requireFinite();
    }
    SpokenLanguage spoken = options.language();
    LanguageChoice choice = new LanguageChoice(spoken.locales(), vocabulary);
    boolean each = spoken.mode() == SpokenLanguage.Mode.CONTINUOUS;
    Language only = spoken.mode() == SpokenLanguage.Mode.FIXED ? choice.only() : null;
    PhraseTree phrases = tree(options.phrases());
    boolean favouring = phrases != null || adapted != null;
    // A beam of one has no place for what may yet become a phrase.
    int beam = favouring ? Math.max(2, options.beam()) : options.beam();
    List<Window> all = each ? Window.each(segments) : Window.pack(segments);
    List<Recognition> written = new ArrayList<>();
    for (int from = 0; from < all.size(); from += encodings.most()) {
      List<Window> batch = all.subList(from, Math.min(all.size(), from + encodings.most()));
      if (effort == Effort.FULL) {
        encode(batch);
      } else {
        encodeShort(batch, LONG_SILENCE, SHORTEST, 1);
      }
      if (only == null && !each) {
        only = choice.best(encodedStretches(batch));
      }
      List<Language> languages =
          each ? languages(choice, batch) : Collections.nCopies(batch.size(), only);
      List<WindowText> texts =
          reader.read(
              encodings,
              batch,
              languages.stream().map(Language::code).toList(),
              options.task(),
              favours(languages, options.task(), phrases),
              beam,
              effort != Effort.LEAST);
      for (int i = 0; i < batch.size(); i++) {
        boolean last = i == batch.size() - 1;
        written.add(written(texts.get(i), i, languages.get(i), options.task(), last));
      }
    }
    return Recognition.joined(written);
  }

  /** As in {@code Engine#examine}. */
  <T> T examine(SpeechSegment segment, RecognitionOptions options, Examination<T> examination)
      throws OrtException, SpeechException {
    if (options.language().mode() != SpokenLanguage.Mode.FIXED) {
      throw new IllegalArgumentException("a segment is examined in one language");
    }
    String language = new LanguageChoice(options.language().locales(), vocabulary).only().code();
    FloatBuffer state = Tensors.floats(EncoderOutputs.FRAMES * model.dimensions().width());
    hidden = state;
    try {
      Recognition recognition = transcribe(List.of(segment), options, Effort.FULL);
      return examination.of(
          recognition,
          new WindowEvidence(model, encodings, decoder, state, segment.samples().length, language));
    } finally {
      hidden = null;
    }
  }

  private void encode(List<Window> windows) throws OrtException {
    encodings.clear(windows.size());
    encodeAll(windows);
  }

  /** Encodes what of the windows is not silence, roughly: marks need no more. */
  private void encodeForMarks(List<Window> windows) throws OrtException {
    encodeShort(windows, SILENCE, 0, 2);
  }

  /**
   * Encodes the beginning of windows.
   *
   * @param silence samples after the longest of them
   * @param least samples of each
   * @param joined how many frames become one
   */
  private void encodeShort(List<Window> windows, int silence, int least, int joined)
      throws OrtException {
    int samples = windows.stream().mapToInt(Window::length).max().orElse(0) + silence;
    int groups =
        Math.min(
            EncoderOutputs.FRAMES / joined,
            1 + Math.max(least, samples) / (joined * SpeechLevel.FRAME));
    encodings.clear(windows.size(), joined * groups, joined);
    encodeAll(windows);
  }

  private void encodeAll(List<Window> windows) throws OrtException {
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).fill(audio);
      encodings.encode(audio, i == windows.size() - 1, hidden);
    }
  }

  private List<Language> languages(LanguageChoice choice, List<Window> windows)
      throws OrtException {
    return encodedStretches(windows).stream()
        .map(stretch -> choice.best(List.of(stretch)))
        .toList();
  }

  private static List<Integer> numbers(int windows) {
    return IntStream.range(0, windows).boxed().toList();
  }

  /**
   * What is to be kept of the text of a window, and flags for the rest.
   *
   * @param number of the window among those encoded
   * @param last whether it is the last of them
   */
  private Recognition written(
      WindowText text, int number, Language language, Task task, boolean last) throws OrtException {
    Window window = text.window();
    List<TokenNode> tokens = text.hypothesis().tokens();
    if (tokens.isEmpty()) {
      return Recognition.NOTHING;
    }
    if (text.isSilence()) {
      return new Recognition(List.of(), List.of(flag("noSpeech", text, 0)));
    }
    List<Phrase> phrases = new ArrayList<>();
    List<Phrase> doubtful = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    List<Integer> ids = text.hypothesis().ids();
    if (text.isStuck()) {
      ids = ids.subList(0, Repetition.beginning(ids));
    }
    double end = 0;
    if (!ids.isEmpty()) {
      int frames = Math.max(1, Math.min(encodings.frames(), window.length() / SpeechLevel.FRAME));
      int[] begins = reader.begins(encodings, number, language.code(), task, ids, frames, last);
      end = begins[ids.size()] * Alignment.FRAME_SECONDS;
      PhraseWriter writer =
          new PhraseWriter(
              window, language.locale(), scripts.computeIfAbsent(language.locale(), Script::of));
      List<TokenWord> heard = HeardRepeats.heard(words.split(ids, language.code()), begins);
      List<TimedWord> timed = TimedWord.of(heard, EmptyWords.filled(heard, begins));
      for (Phrase phrase : writer.write(SentenceStarts.moved(timed, window), tokens)) {
        if (HallucinationFilter.isStock(phrase)) {
          doubtful.add(phrase);
          flags.add(flag("stockPhrase", phrase));
        } else if (HallucinationFilter.isLaughter(phrase.best().display())) {
          flags.add(flag("laughter", phrase));
        } else {
          phrases.add(phrase);
        }
      }
    }
    if (ids.size() < tokens.size()) {
      flags.add(flag("repetition", text, end));
    }
    return new Recognition(phrases, doubtful, flags);
  }

  /** What is favoured in each window: the text of an adapted model in its own language only. */
  private List<@Nullable Favour> favours(
      List<Language> languages, Task task, @Nullable PhraseTree phrases) {
    List<@Nullable Favour> favours = new ArrayList<>();
    for (Language each : languages) {
      Favour listed = phrases == null ? null : PhraseProgress.start(phrases);
      Favour text =
          adapted != null && task == Task.TRANSCRIBE && adapted.language().equals(each.code())
              ? TextProgress.start(adapted.favours())
              : null;
      favours.add(listed == null ? text : text == null ? listed : new BothFavours(listed, text));
    }
    return favours;
  }

  /** The tree of phrases, kept for the next call, which usually has the same ones. */
  private @Nullable PhraseTree tree(List<String> phrases) {
    if (!phrases.equals(listed)) {
      tree = PhraseTree.of(phrases, vocabulary).orElse(null);
      listed = phrases;
    }
    return tree;
  }

  /** From some seconds of a window on. */
  private static Flag flag(String kind, WindowText text, double from) {
    Window window = text.window();
    Window.Part first = window.partAt(from);
    Window.Part last = window.parts().get(window.parts().size() - 1);
    long start = Window.fileTime(first, from);
    long end = Window.fileTime(last, window.seconds());
    return new Flag(kind, first.segment().channel(), start, end, excerpt(text.text()));
  }

  private static Flag flag(String kind, Phrase phrase) {
    return new Flag(
        kind,
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
