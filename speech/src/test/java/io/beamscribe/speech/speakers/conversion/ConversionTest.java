// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.onnx.graph.Session;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;

/**
 * The converted networks against {@code vectors.json}, which {@code vectors.py} beside it computes
 * from the publishers' weights without any of our code.
 */
class ConversionTest {
  private static final int BINS = 80;

  @Test
  void segmentationGivesWhatTheOriginalGives() throws Exception {
    Path model = RealModels.get("pyannote-segmentation-3").folder().resolve("segmentation.onnx");
    float[] samples = signal(160_000);
    float[] given = run(model, "waves", Session.Numbers.of(samples, 1, 1, samples.length));
    assertThat(given).hasSize(589 * 7);
    for (Entry<String, JsonNode> frame : vectors().get("segmentation").properties()) {
      int first = Integer.parseInt(frame.getKey()) * 7;
      assertThat(Arrays.copyOfRange(given, first, first + 7))
          .containsExactly(row(frame.getValue()), within(1e-4f));
    }
  }

  @Test
  void filterBankGivesWhatKaldiGives() throws Exception {
    float[] features = features();
    assertThat(features).hasSize(998 * BINS);
    for (Entry<String, JsonNode> frame : vectors().get("filterbank").properties()) {
      int first = Integer.parseInt(frame.getKey()) * BINS;
      assertThat(Arrays.copyOfRange(features, first, first + BINS))
          .containsExactly(row(frame.getValue()), within(1e-3f));
    }
  }

  @Test
  void embeddingGivesWhatTheOriginalGives() throws Exception {
    Path model = RealModels.get("campplus").folder().resolve("embedding.onnx");
    float[] features = features();
    for (Entry<String, JsonNode> length : vectors().get("voices").properties()) {
      int frames = Integer.parseInt(length.getKey());
      float[] centred = centred(features, frames);
      float[] voice = run(model, "features", Session.Numbers.of(centred, 1, frames, BINS));
      assertThat(voice).containsExactly(row(length.getValue()), within(1e-3f));
    }
  }

  private static float[] features() throws Exception {
    Path model = RealModels.get("campplus").folder().resolve("filterbank.onnx");
    float[] samples = signal(160_000);
    return run(model, "samples", Session.Numbers.of(samples, samples.length));
  }

  static float[] centred(float[] features, int frames) {
    float[] centred = Arrays.copyOf(features, frames * BINS);
    for (int bin = 0; bin < BINS; bin++) {
      double mean = 0;
      for (int frame = 0; frame < frames; frame++) {
        mean += features[frame * BINS + bin] / frames;
      }
      for (int frame = 0; frame < frames; frame++) {
        centred[frame * BINS + bin] -= (float) mean;
      }
    }
    return centred;
  }

  static float[] run(Path model, String input, Session.Numbers value) throws Exception {
    try (Session session = new Session(model)) {
      return session.run(Map.of(input, value)).values().iterator().next().floats();
    }
  }

  /** The signal of {@code vectors.py}. */
  private static float[] signal(int count) {
    long state = 1;
    float[] signal = new float[count];
    for (int i = 0; i < count; i++) {
      state = (state * 1_103_515_245L + 12_345) & 0x7fffffff;
      double t = i / 16_000.0;
      double noise = (state / (double) (1L << 31) - .5) * .1 * (1 + Math.sin(2 * Math.PI * 3 * t));
      double tone = Math.sin(2 * Math.PI * .7 * t) > 0 ? .2 * Math.sin(2 * Math.PI * 220 * t) : 0;
      signal[i] = (float) (noise + tone);
    }
    return signal;
  }

  private static JsonNode vectors() throws Exception {
    try (InputStream in = ConversionTest.class.getResourceAsStream("vectors.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static float[] row(JsonNode numbers) {
    float[] row = new float[numbers.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) numbers.get(i).asDouble();
    }
    return row;
  }
}
