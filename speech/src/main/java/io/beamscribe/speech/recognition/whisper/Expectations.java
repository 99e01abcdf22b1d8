// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.search.Logits;
import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model expects to be said before it hears anything: its own knowledge of language, as it
 * shows in silence (Meng et al. 2021, Internal Language Model Estimation for Domain-Adaptive
 * End-to-End Speech Recognition). Not thread-safe.
 */
public final class Expectations implements AutoCloseable {
  /** Tokens of text at once, at most: about what is said in a window. */
  public static final int MOST_TOKENS = 120;

  private final WhisperModel model;
  private final EncoderOutputs encodings;
  private final TokenDecoder decoder;
  private final String language;
  private final List<Integer> prompt;

  /**
   * Loads a model.
   *
   * @param folder of a converted model
   * @param locale of the text, BCP 47
   * @throws IOException if it cannot be loaded, or does not know the language
   */
  public Expectations(Path folder, String locale) throws IOException {
    model = new WhisperModel(folder);
    Vocabulary vocabulary = model.vocabulary();
    language =
        Languages.code(locale, vocabulary)
            .orElseThrow(() -> new IOException("The model does not know the language " + locale));
    prompt =
        List.of(
            vocabulary.startOfTranscript,
            vocabulary.languages().get(language),
            vocabulary.transcribe,
            vocabulary.noTimestamps);
    try {
      encodings = new EncoderOutputs(model);
      decoder = new TokenDecoder(model);
      encodings.clear(1);
      encodings.encode(Tensors.floats(Window.SAMPLES), true, null);
    } catch (OrtException e) {
      throw new IOException("The model cannot be run: " + e.getMessage(), e);
    }
  }

  /** The code of the language that was chosen. */
  public String language() {
    return language;
  }

  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  /**
   * How much each token of a text is expected after those before it, where the text does not end.
   *
   * @param tokens at most {@link #MOST_TOKENS}
   * @return natural logarithms of probabilities
   */
  public double[] of(List<Integer> tokens) throws IOException {
    List<Integer> all = new ArrayList<>(prompt);
    all.addAll(tokens.subList(0, tokens.size() - 1));
    try {
      decoder.begin(encodings, List.of(0));
      TokenDecoder.Said said =
          decoder
              .prompt(List.of(all), IntStream.range(prompt.size() - 1, all.size()).toArray())
              .get(0);
      double[] expected = new double[tokens.size()];
      Arrays.setAll(expected, i -> logProbability(said.logits().get(i), tokens.get(i)));
      return expected;
    } catch (OrtException e) {
      throw new IOException("The model cannot be run: " + e.getMessage(), e);
    }
  }

  private double logProbability(float[] logits, int token) {
    float[] text = Arrays.copyOf(logits, model.vocabulary().endOfText);
    return text[token] - Logits.logSumExp(text);
  }

  @Override
  public void close() {
    try (model;
        encodings;
        decoder) {
      // close all
    }
  }
}
