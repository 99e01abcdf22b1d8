// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.recognition.whisper.biasing.Favour;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.search.BeamSearch;
import io.beamscribe.speech.recognition.whisper.search.Hypothesis;
import io.beamscribe.speech.recognition.whisper.search.Logits;
import io.beamscribe.speech.recognition.whisper.search.RandomSearch;
import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.search.TokenRules;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the text of windows as OpenAI's reference does: by beam search, and if the result is
 * repetitive or fits badly, by sampling at rising temperatures. Not thread-safe.
 */
final class WindowReader {
  private static final double[] TEMPERATURES = {0.2, 0.4, 0.6, 0.8, 1.0};

  private final WhisperModel model;
  private final TokenDecoder decoder;
  private final Vocabulary vocabulary;
  private final TokenRules rules;
  private final RandomSearch random;

  WindowReader(WhisperModel model, TokenDecoder decoder) {
    this.model = model;
    this.decoder = decoder;
    this.vocabulary = model.vocabulary();
    this.rules = new TokenRules(vocabulary, model.suppressed(), model.suppressedAtFirst());
    this.random = new RandomSearch(decoder, rules, vocabulary);
  }

  /**
   * Returns the probabilities of the model's languages for each window, in the order of {@link
   * Vocabulary#languages}.
   */
  List<double[]> languages(EncoderOutputs encoded, List<Integer> windows) throws OrtException {
    decoder.begin(encoded, windows);
    List<Integer> prompt = List.of(vocabulary.startOfTranscript);
    return decoder.prompt(Collections.nCopies(windows.size(), prompt), 0).stream()
        .map(said -> languages(said.after()))
        .toList();
  }

  private double[] languages(float[] logits) {
    double[] probabilities = new double[vocabulary.languages().size()];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int id : vocabulary.languages().values()) {
      greatest = Math.max(greatest, logits[id]);
    }
    double sum = 0;
    int next = 0;
    for (int id : vocabulary.languages().values()) {
      probabilities[next] = Math.exp(logits[id] - greatest);
      sum += probabilities[next++];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /**
   * Returns the texts of all windows, decoded together.
   *
   * @param windows those that were encoded
   * @param languages for each window a code of the vocabulary's
   * @param favours for each window what is favoured; null for nothing
   * @param beam at least 2 if anything is, in any window of the call
   * @param again whether another text is sought where one does not fit
   */
  List<WindowText> read(
      EncoderOutputs encoded,
      List<Window> windows,
      List<String> languages,
      Task task,
      List<@Nullable Favour> favours,
      int beam,
      boolean again)
      throws OrtException {
    List<Integer> numbers = IntStream.range(0, windows.size()).boxed().toList();
    List<List<Integer>> prompts =
        languages.stream().map(language -> prompt(language, task)).toList();
    int last = prompts.get(0).size() - 1;
    decoder.begin(encoded, numbers);
    List<TokenDecoder.Said> said = decoder.prompt(prompts, 0, last);
    List<Hypothesis> likeliest = search(said, beam, rules, favours);
    List<WindowText> texts = new ArrayList<>();
    for (int number : numbers) {
      double noSpeech = probability(said.get(number).logits().get(0), vocabulary.noSpeech);
      WindowText text = text(likeliest.get(number), windows.get(number), noSpeech);
      if (again && text.leavesOut()) {
        text = avoid(encoded, number, prompts.get(number), text, favours.get(number), beam);
      }
      texts.add(!again || text.fits() ? text : draw(encoded, number, prompts.get(number), text));
    }
    return texts;
  }

  /**
   * Another text of a window, if it fits better than one that leaves speech out: one that begins
   * with another word. Stock phrases have a high probability anywhere, so there any that fits is
   * better.
   */
  private WindowText avoid(
      EncoderOutputs encoded,
      int number,
      List<Integer> prompt,
      WindowText brief,
      @Nullable Favour favour,
      int beam)
      throws OrtException {
    String first = form(brief.hypothesis().ids().get(0));
    TokenRules others =
        rules.notBeginningWith(
            IntStream.range(0, vocabulary.endOfText).filter(token -> form(token).equals(first)));
    decoder.begin(encoded, List.of(number));
    List<TokenDecoder.Said> said = decoder.prompt(List.of(prompt), prompt.size() - 1);
    Hypothesis likeliest = search(said, beam, others, Collections.singletonList(favour)).get(0);
    WindowText text = text(likeliest, brief.window(), brief.noSpeech());
    boolean better =
        brief.isStock() || text.averageLogProbability() > brief.averageLogProbability();
    return better && text.fits() ? text : brief;
  }

  private String form(int token) {
    return vocabulary.text(List.of(token)).strip().toLowerCase(Locale.ROOT);
  }

  private List<Integer> prompt(String language, Task task) {
    List<Integer> prompt = new ArrayList<>(beginning(language, task));
    prompt.add(vocabulary.noTimestamps);
    return prompt;
  }

  /** Advances the beams of all windows one token at a time, until each is done. */
  private List<Hypothesis> search(
      List<TokenDecoder.Said> said, int width, TokenRules rules, List<@Nullable Favour> favours)
      throws OrtException {
    List<BeamSearch> all = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      TokenDecoder.Said each = said.get(i);
      all.add(new BeamSearch(each, width, rules, vocabulary, favours.get(i), room(each)));
    }
    List<BeamSearch> live = all;
    while (true) {
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < live.size(); i++) {
        if (!live.get(i).done()) {
          kept.add(i);
        }
      }
      if (kept.isEmpty()) {
        return all.stream().map(BeamSearch::best).toList();
      }
      if (kept.size() < live.size()) {
        live = kept.stream().map(live::get).toList();
        decoder.keep(kept);
      }
      List<List<float[]>> logits =
          decoder.step(live.stream().map(BeamSearch::beam).toList(), width);
      for (int i = 0; i < live.size(); i++) {
        live.get(i).take(logits.get(i));
      }
    }
  }

  private WindowText draw(
      EncoderOutputs encoded, int window, List<Integer> prompt, WindowText likeliest)
      throws OrtException {
    decoder.begin(encoded, List.of(window));
    List<WindowText> tries = new ArrayList<>(List.of(likeliest));
    for (double temperature : TEMPERATURES) {
      TokenDecoder.Said said = decoder.prompt(List.of(prompt), prompt.size() - 1).get(0);
      long seed = Double.doubleToLongBits(temperature);
      Hypothesis drawn = random.draw(said, room(said), temperature, seed);
      WindowText text = text(drawn, likeliest.window(), likeliest.noSpeech());
      if (text.fits()) {
        return text;
      }
      tries.add(text);
    }
    return best(tries);
  }

  /** The most tokens of a window: many, because some scripts take several per letter. */
  private int room(TokenDecoder.Said prompt) {
    return model.dimensions().context() - prompt.last().position - 1;
  }

  private static WindowText best(List<WindowText> tries) {
    List<WindowText> straight = tries.stream().filter(each -> !each.isStuck()).toList();
    List<WindowText> from = straight.isEmpty() ? tries : straight;
    WindowText best = from.get(0);
    for (WindowText each : from) {
      if (each.averageLogProbability() > best.averageLogProbability()) {
        best = each;
      }
    }
    return best;
  }

  /**
   * The frame at which each token of a text begins, and as the last element the one at which the
   * last token ends.
   *
   * @param window its number
   * @param tokens of text only, at least one
   * @param frames that contain audio
   * @param last whether no window follows for now
   */
  int[] begins(
      EncoderOutputs encoded,
      int window,
      String language,
      Task task,
      List<Integer> tokens,
      int frames,
      boolean last)
      throws OrtException {
    List<Integer> all = new ArrayList<>(beginning(language, task));
    int first = all.size();
    all.add(vocabulary.noTimestamps);
    all.addAll(tokens);
    all.add(vocabulary.endOfText);
    decoder.begin(encoded, List.of(window));
    float[] attention = decoder.attention(all, last);
    int heads = attention.length / encoded.frames() / all.size();
    return Alignment.begins(
        attention, heads, encoded.frames(), all.size(), frames, first, all.size() - 1);
  }

  private List<Integer> beginning(String language, Task task) {
    return List.of(
        vocabulary.startOfTranscript,
        vocabulary.languages().get(language),
        task == Task.TRANSLATE ? vocabulary.translate : vocabulary.transcribe);
  }

  private WindowText text(Hypothesis hypothesis, Window window, double noSpeech) {
    String text = vocabulary.text(hypothesis.ids()).strip();
    return new WindowText(window, hypothesis, text, noSpeech);
  }

  private static double probability(float[] logits, int token) {
    return Math.exp(logits[token] - Logits.logSumExp(logits));
  }
}
