// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.adaptation;

import io.beamscribe.speech.recognition.whisper.AdaptedText;
import io.beamscribe.speech.recognition.whisper.Expectations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Learns from a text which words, after which others, are likelier than a model expects. Not
 * thread-safe.
 */
public final class TextLearning implements AutoCloseable {
  /** Larger ones foretell lines that are held out still better, but are too strong for audio. */
  private static final double[] WEIGHTS = {.02, .05, .1};

  private static final double USUAL = .1;

  private final Expectations expectations;
  private final ReadText text;

  /**
   * @param model folder of a converted model
   * @param locale of the text, BCP 47
   * @throws IOException if the model cannot be loaded, or does not know the language
   */
  public TextLearning(Path model, String locale) throws IOException {
    expectations = new Expectations(model, locale);
    text = new ReadText(expectations);
  }

  /**
   * Reads a line of the text.
   *
   * @param times how often it is said; less than once if it is one of several that may be said
   */
  public void add(String line, double times) throws IOException {
    text.add(line, times);
  }

  /**
   * Writes what was learnt.
   *
   * @param wanted weight of the text in percent; chosen on lines held out if empty
   * @param folder of the model, which gets a file more
   */
  public LearntText write(OptionalDouble wanted, Path folder) throws IOException {
    HeldOutText held = new HeldOutText(text);
    double weight = wanted.orElse(USUAL * 100) / 100;
    double before = Double.NaN;
    double after = Double.NaN;
    if (held.suffices()) {
      double[] weights = wanted.isPresent() ? new double[] {weight} : WEIGHTS;
      double[] perplexities = held.perplexities(weights);
      before = perplexities[0];
      int best = 0;
      for (int i = 1; i < weights.length; i++) {
        best = perplexities[i + 1] < perplexities[best + 1] ? i : best;
      }
      weight = weights[best];
      after = perplexities[best + 1];
    }
    int favoured =
        new Worths(text, weight).write(folder.resolve(AdaptedText.file(expectations.language())));
    return new LearntText(
        weight * 100,
        wanted.isEmpty() && held.suffices(),
        text.parts().size(),
        text.parts().stream().mapToLong(part -> part.words().length).sum(),
        before,
        after,
        favoured);
  }

  @Override
  public void close() {
    expectations.close();
  }
}
