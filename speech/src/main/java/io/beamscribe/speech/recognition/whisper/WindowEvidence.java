// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Evidence;
import io.beamscribe.speech.recognition.ForcedText;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.search.Logits;
import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was made of the one window that is encoded. Not thread-safe. */
final class WindowEvidence implements Evidence {
  private final WhisperModel model;
  private final EncoderOutputs encodings;
  private final TokenDecoder decoder;
  private final FloatBuffer state;
  private final int frames;
  private final String language;

  WindowEvidence(
      WhisperModel model,
      EncoderOutputs encodings,
      TokenDecoder decoder,
      FloatBuffer state,
      int samples,
      String language) {
    this.model = model;
    this.encodings = encodings;
    this.decoder = decoder;
    this.state = state;
    this.language = language;
    this.frames =
        Math.min(EncoderOutputs.FRAMES, (samples + SpeechLevel.FRAME - 1) / SpeechLevel.FRAME);
  }

  @Override
  public int frames() {
    return frames;
  }

  @Override
  public int width() {
    return model.dimensions().width();
  }

  @Override
  public float[] hidden() {
    float[] values = new float[frames * width()];
    state.get(0, values);
    return values;
  }

  @Override
  public ForcedText force(List<String> words) throws SpeechException {
    try {
      return forced(words);
    } catch (OrtException e) {
      throw new SpeechException(
          ErrorKind.INTERNAL, "ONNX Runtime could not run the model: " + e.getMessage(), e);
    }
  }

  private ForcedText forced(List<String> words) throws OrtException {
    Vocabulary vocabulary = model.vocabulary();
    List<Integer> prompt =
        new ArrayList<>(
            List.of(
                vocabulary.startOfTranscript,
                vocabulary.languages().get(language),
                vocabulary.transcribe,
                vocabulary.noTimestamps));
    int first = prompt.size();
    List<Integer> counts = new ArrayList<>();
    for (String word : words) {
      List<Integer> tokens = BytePairs.encode(" " + word, vocabulary);
      // what no window can hold has no tokens
      boolean fits = prompt.size() + tokens.size() <= model.dimensions().context();
      counts.add(fits ? tokens.size() : 0);
      prompt.addAll(fits ? tokens : List.of());
    }
    int[] after = new int[prompt.size() - first + 1];
    Arrays.setAll(after, i -> first - 1 + i);
    decoder.begin(encodings, List.of(0));
    List<float[]> logits = decoder.prompt(List.of(prompt), after).get(0).logits();
    List<ForcedText.Word> forced = new ArrayList<>();
    int next = 0;
    for (int count : counts) {
      List<Double> probabilities = new ArrayList<>();
      List<Double> leads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Odds odds = Odds.of(logits.get(next), prompt.get(first + next), vocabulary.endOfText);
        probabilities.add(odds.logProbability);
        leads.add(odds.lead);
        next++;
      }
      forced.add(new ForcedText.Word(probabilities, leads));
    }
    return new ForcedText(
        forced,
        Odds.of(logits.get(next), vocabulary.endOfText, vocabulary.endOfText).logProbability);
  }

  /** How likely a token is among those of text and its end. */
  private record Odds(double logProbability, double lead) {
    static Odds of(float[] logits, int token, int last) {
      float greatest = Float.NEGATIVE_INFINITY;
      for (int i = 0; i <= last; i++) {
        greatest = Math.max(greatest, logits[i]);
      }
      double total = Logits.logSumExp(logits, 0, last + 1, greatest);
      return new Odds(logits[token] - total, logits[token] - greatest);
    }
  }
}
