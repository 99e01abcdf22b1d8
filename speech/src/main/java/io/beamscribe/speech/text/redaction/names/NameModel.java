// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.names;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.text.meaning.WordPiece;
import io.beamscribe.speech.text.meaning.WordPieces;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rampart, a small BERT of the National Design Studio that labels the tokens of a text. It reads
 * lower case, as recognisers write, and best about as much at a time as its makers gave it: a text
 * is read in windows that overlap. Thread-safe; the same text gives the same labels.
 */
public final class NameModel implements AutoCloseable {
  /** Pieces of a window: what its makers' 480 characters come to. */
  private static final int WINDOW = 120;

  /** Pieces that each window shares with the next, so that no entity is seen only in halves. */
  private static final int OVERLAP = 16;

  /** Score below which a label is not worth telling. */
  private static final double LEAST = 0.1;

  private static final String MODEL = "onnx/model_q4.onnx";

  private final OrtSession session;
  private final WordPieces vocabulary;
  private final int first;
  private final int last;
  private final String[] labels;
  private final List<String> groups;
  private final Set<String> inputs;

  /**
   * Loads the model.
   *
   * @param folder with {@code vocab.txt}, {@code config.json} and {@value #MODEL}
   * @throws IOException if it is not this model
   */
  public NameModel(Path folder) throws IOException {
    vocabulary = WordPieces.read(folder.resolve("vocab.txt"));
    first = vocabulary.id("[CLS]");
    last = vocabulary.id("[SEP]");
    JsonNode names =
        new ObjectMapper().readTree(folder.resolve("config.json").toFile()).path("id2label");
    labels = new String[names.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = names.path(Integer.toString(i)).asText().replaceFirst("^[BI]-", "");
    }
    groups = Stream.of(labels).skip(1).distinct().toList(); // the first label is that of none
    try {
      session = OnnxRuntime.open(folder.resolve(MODEL), false);
      inputs = session.getInputNames();
    } catch (OrtException e) {
      throw new IOException("The model of names cannot be loaded from " + folder + ".", e);
    }
  }

  /**
   * The labels of the pieces of words in a text that may have one, in order, each with the
   * likeliest and how likely that is.
   *
   * @param text in which a line break ends a sentence
   * @throws SpeechException if the model fails
   */
  public List<Label> labels(String text) throws SpeechException {
    List<WordPiece> pieces = vocabulary.of(text);
    @Nullable Label[] found = new Label[pieces.size()];
    for (int from = 0; from < pieces.size(); ) {
      int to = Math.min(pieces.size(), from + WINDOW);
      label(pieces.subList(from, to), from == 0 ? 0 : OVERLAP / 2, from, found);
      if (to == pieces.size()) {
        break;
      }
      from = to - OVERLAP;
      while (from > to - WINDOW + 1 && pieces.get(from).inside()) {
        from--;
      }
    }
    List<Label> labels = new ArrayList<>();
    for (Label label : found) {
      if (label != null) {
        labels.add(label);
      }
    }
    return labels;
  }

  /** Labels a window; its first pieces keep the label of the window before. */
  private void label(List<WordPiece> window, int skipped, int offset, @Nullable Label[] found)
      throws SpeechException {
    int length = window.size() + 2;
    LongBuffer ids = Tensors.longs(length);
    ids.put(first);
    window.forEach(piece -> ids.put(piece.id()));
    ids.put(last).flip();
    try {
      float[] scores = run(ids, length);
      for (int i = skipped; i < window.size(); i++) {
        found[offset + i] = best(scores, i + 1, window.get(i));
      }
    } catch (OrtException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "The model of names failed.", e);
    }
  }

  private float[] run(LongBuffer ids, int length) throws OrtException {
    Map<String, OnnxTensor> given = new HashMap<>();
    try {
      given.put("input_ids", Tensors.over(ids, 1, length));
      given.put("attention_mask", Tensors.over(filled(length, 1), 1, length));
      if (inputs.contains("token_type_ids")) {
        given.put("token_type_ids", Tensors.over(filled(length, 0), 1, length));
      }
      try (OrtSession.Result result = OnnxRuntime.run(session, given)) {
        FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] scores = new float[logits.remaining()];
        logits.get(scores);
        return scores;
      }
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
  }

  private static LongBuffer filled(int length, long value) {
    LongBuffer buffer = Tensors.longs(length);
    for (int i = 0; i < length; i++) {
      buffer.put(i, value);
    }
    return buffer;
  }

  /** The likeliest label besides none; null if none is all but sure. */
  private @Nullable Label best(float[] scores, int row, WordPiece piece) {
    int begin = row * labels.length;
    double most = scores[begin];
    for (int i = 1; i < labels.length; i++) {
      most = Math.max(most, scores[begin + i]);
    }
    double sum = 0;
    double[] shares = new double[groups.size()];
    for (int i = 0; i < labels.length; i++) {
      double share = Math.exp(scores[begin + i] - most);
      sum += share;
      if (i > 0) {
        shares[groups.indexOf(labels[i])] += share;
      }
    }
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      if (shares[i] > shares[best]) {
        best = i;
      }
    }
    double score = shares[best] / sum;
    return score < LEAST ? null : new Label(groups.get(best), piece.start(), piece.end(), score);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The model of names does not close", e);
    }
  }
}
