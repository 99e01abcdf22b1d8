package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.recognition.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the text of a window that a decoder has begun with, as OpenAI's reference does: by beam
 * search, and where that goes in circles or fits badly, by drawing at rising temperatures. For one
 * thread.
 */
final class WindowReader {
  private static final double[] TEMPERATURES = {0.2, 0.4, 0.6, 0.8, 1.0};

  /** Mean log probability of a text that fits badly. */
  private static final double UNLIKELY = -1.0;

  private final TokenDecoder decoder;
  private final Vocabulary vocabulary;
  private final TextSearch search;

  WindowReader(WhisperModel model, TokenDecoder decoder) {
    this.decoder = decoder;
    this.vocabulary = model.vocabulary();
    this.search =
        new TextSearch(
            decoder,
            new TokenRules(vocabulary, model.suppressed(), model.suppressedAtFirst()),
            model);
  }

  /** Probabilities of the model's languages, in the order of {@link Vocabulary#languages}. */
  double[] languages() throws OrtException {
    float[] logits = decoder.prompt(List.of(vocabulary.startOfTranscript), 0).logits()[0];
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
   * The text of the window.
   *
   * @param language code, one of the vocabulary's
   * @param before tokens of text that stand before it, such as phrases to favour
   */
  WindowText read(String language, Task task, List<Integer> before, int beam) throws OrtException {
    List<Integer> prompt = new ArrayList<>();
    if (!before.isEmpty()) {
      prompt.add(vocabulary.startOfPrevious);
      prompt.addAll(before);
    }
    int start = prompt.size();
    prompt.addAll(beginning(language, task));
    TokenDecoder.Said said = decoder.prompt(prompt, start, prompt.size() - 1);
    double noSpeech = probability(said.logits()[0], vocabulary.noSpeech);
    List<WindowText> tries = new ArrayList<>();
    tries.add(text(search.beam(said, beam), noSpeech, 0));
    for (double temperature : TEMPERATURES) {
      WindowText last = tries.get(tries.size() - 1);
      if (fits(last)) {
        return last;
      }
      long seed = Double.doubleToLongBits(temperature);
      tries.add(text(search.draw(said, temperature, seed), noSpeech, temperature));
    }
    WindowText last = tries.get(tries.size() - 1);
    return fits(last) ? last : best(tries);
  }

  private static boolean fits(WindowText text) {
    return Invention.isSilence(text)
        || text.compression() <= Repetition.COMPRESSION && text.averageLogProbability() >= UNLIKELY;
  }

  private static WindowText best(List<WindowText> tries) {
    List<WindowText> straight =
        tries.stream().filter(each -> each.compression() <= Repetition.COMPRESSION).toList();
    WindowText best = null;
    for (WindowText each : straight.isEmpty() ? tries : straight) {
      if (best == null || each.averageLogProbability() > best.averageLogProbability()) {
        best = each;
      }
    }
    return best;
  }

  /**
   * The frame at which each token of a text begins, and, as the last number, the one at which the
   * last ends.
   *
   * @param tokens of text only, at least one
   * @param heard frames that hold audio
   */
  int[] begins(String language, Task task, List<Integer> tokens, int heard) throws OrtException {
    List<Integer> all = new ArrayList<>(beginning(language, task));
    int first = all.size();
    all.add(vocabulary.noTimestamps);
    all.addAll(tokens);
    all.add(vocabulary.endOfText);
    float[] attention = decoder.attention(all);
    int heads = attention.length / Encoding.FRAMES / all.size();
    return Alignment.begins(
        attention, heads, Encoding.FRAMES, all.size(), heard, first, all.size() - 1);
  }

  private List<Integer> beginning(String language, Task task) {
    return List.of(
        vocabulary.startOfTranscript,
        vocabulary.languages().get(language),
        task == Task.TRANSLATE ? vocabulary.translate : vocabulary.transcribe);
  }

  private WindowText text(Hypothesis hypothesis, double noSpeech, double temperature) {
    String text = vocabulary.text(hypothesis.ids()).strip();
    return new WindowText(hypothesis, noSpeech, temperature, Repetition.compression(text));
  }

  private static double probability(float[] logits, int token) {
    return Math.exp(logits[token] - Logits.logSumExp(logits));
  }
}
