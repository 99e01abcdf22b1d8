// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.recognition.ForcedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Gives marks to English as read by learners, from what Whisper base made of it. Its numbers were
 * fitted by {@code training/pronunciation/train.py}. Thread-safe.
 */
public final class PronunciationModel {
  private static final String FILE = "en-US.json.gz";

  private static final class Shared {
    static final Optional<PronunciationModel> ENGLISH = read();
  }

  private final Probe probe;
  private final double[] durations;
  private final Likeness likeness;
  private final Regression phoneMarking;
  private final Regression wordMarking;
  private final Regression accuracy;
  private final Regression fluency;
  private final Regression prosody;
  private final Regression total;

  private PronunciationModel(JsonNode json) {
    float[] flat = JsonArrays.floats(json.path("probe").path("weights"));
    float[] bias = JsonArrays.floats(json.path("probe").path("bias"));
    int width = flat.length / bias.length;
    float[][] weights = new float[bias.length][];
    Arrays.setAll(weights, i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width));
    probe = new Probe(weights, bias);
    durations = JsonArrays.doubles(json.path("durations"));
    likeness = new Likeness(json.path("likeness"));
    phoneMarking = new Regression(json.path("phones"));
    wordMarking = new Regression(json.path("words"));
    accuracy = new Regression(json.path("accuracy"));
    fluency = new Regression(json.path("fluency"));
    prosody = new Regression(json.path("prosodic"));
    total = new Regression(json.path("total"));
  }

  /**
   * The model of this process, read when it is first needed; empty in a build that was made without
   * its numbers.
   */
  public static Optional<PronunciationModel> english() {
    return Shared.ENGLISH;
  }

  private static Optional<PronunciationModel> read() {
    try (InputStream in = PronunciationModel.class.getResourceAsStream(FILE)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new PronunciationModel(new ObjectMapper().readTree(new GZIPInputStream(in))));
    } catch (IOException e) {
      throw new UncheckedIOException("The model of pronunciation cannot be read", e);
    }
  }

  /** How many numbers of an encoder describe a frame. */
  public int width() {
    return probe.width();
  }

  /**
   * Hears phones.
   *
   * @param hidden {@link #width} numbers frame after frame; not copied
   */
  public HeardPhones hear(float[] hidden) {
    return new HeardPhones(hidden, probe.hear(hidden));
  }

  /**
   * Gives marks to a text.
   *
   * @param words the pronunciations of each word as numbers of phones, at least one of each
   * @param text how likely it was to the recogniser, of the same words
   * @return empty if there are no words, or the audio is too short for them
   */
  public Optional<Marks> mark(HeardPhones heard, List<List<int[]>> words, ForcedText text) {
    Posteriors posteriors = heard.posteriors();
    if (words.isEmpty() || posteriors.frames() == 0) {
      return Optional.empty();
    }
    List<AlignedPhone> aligned = new PhoneGraph(words).align(posteriors);
    if (aligned.isEmpty()) {
      return Optional.empty();
    }
    SpokenPhones spoken = new SpokenPhones(posteriors, aligned, words.size(), text, durations);
    LikePhones like = likeness.of(heard.hidden(), spoken.spoken);
    double[] phoneMarks = predict(phoneMarking, spoken.phoneRows(like));
    SpokenWords rows = new SpokenWords(spoken, like);
    double[] wordMarks = predict(wordMarking, rows.wordRows(phoneMarks));
    double[] row =
        new Row()
            .add(rows.row(phoneMarks, wordMarks, text.end()))
            .add(Colour.of(heard.hidden(), width(), spoken.first, spoken.last))
            .add(like.deviation())
            .numbers();
    return Optional.of(
        new Marks(
            posteriors,
            aligned,
            list(phoneMarks),
            list(wordMarks),
            accuracy.predict(row),
            fluency.predict(row),
            prosody.predict(row),
            total.predict(row)));
  }

  private static double[] predict(Regression regression, double[][] rows) {
    return Arrays.stream(rows).mapToDouble(regression::predict).toArray();
  }

  private static List<Double> list(double[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }
}
