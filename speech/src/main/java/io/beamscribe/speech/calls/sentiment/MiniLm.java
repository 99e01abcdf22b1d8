// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.text.DataFile;
import io.beamscribe.speech.text.meaning.SentenceEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * A linear classifier over what MiniLM makes of a sentence, learnt from reviews and phrases of
 * calls (benchmarks/sentiment.py). English. What it holds of the model is shared.
 */
final class MiniLm implements SentimentEngine {
  /** The model, and the version of the classifier. */
  static final String NAME = "minilm-l6-v2-1";

  private static final Leases<String, SentenceEncoder> MODELS =
      new Leases<>(Retention.until(Duration.ofMinutes(1)), SentenceEncoder::close);

  /** Of negative, neutral and positive: a weight for each number of a sentence, and a constant. */
  private static final double[][] WEIGHTS = weights();

  private final Lease<SentenceEncoder> model;

  /**
   * Takes part in the use of the model.
   *
   * @param folder of the model
   * @throws IllegalStateException if it cannot be loaded
   */
  MiniLm(String folder) {
    try {
      model = MODELS.acquire(folder, () -> new SentenceEncoder(Path.of(folder)));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The model of sentences cannot be loaded.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a model loads.", e);
    }
  }

  private static double[][] weights() {
    List<List<String>> rows = DataFile.rows(MiniLm.class, "minilm.tsv");
    double[][] weights = new double[3][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < weights.length; k++) {
        weights[k][i] = Double.parseDouble(rows.get(i).get(k));
      }
    }
    return weights;
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the model fails
   */
  @Override
  public Sentiment of(String text) {
    if (text.isBlank()) {
      return Sentiment.of(0, 0);
    }
    float[] sentence;
    try {
      sentence = model.value().encode(text);
    } catch (SpeechException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    double[] odds = new double[WEIGHTS.length];
    double sum = 0;
    for (int k = 0; k < odds.length; k++) {
      double score = WEIGHTS[k][sentence.length];
      for (int i = 0; i < sentence.length; i++) {
        score += WEIGHTS[k][i] * sentence[i];
      }
      odds[k] = Math.exp(score);
      sum += odds[k];
    }
    return Sentiment.of(odds[2] / sum, odds[0] / sum);
  }

  @Override
  public void close() {
    model.close();
  }
}
