// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.text.DataFile;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * MiniLM (all-MiniLM-L6-v2), which puts English sentences of like meaning close to each other.
 * Thread-safe; the same text gives the same numbers on the same machine.
 */
public final class SentenceEncoder implements AutoCloseable {
  /** How many numbers a sentence has. */
  public static final int SIZE = 384;

  /** Pieces that it was made for, less those at both ends; what is behind them is not read. */
  private static final int LONGEST = 254;

  private static final String MODEL = "model.onnx";

  private final OrtSession session;
  private final WordPieces vocabulary;
  private final int first;
  private final int last;

  /**
   * Loads the model.
   *
   * @param folder with {@value #MODEL}
   * @throws IOException if it is not this model
   */
  public SentenceEncoder(Path folder) throws IOException {
    vocabulary =
        new WordPieces(
            DataFile.lines(SentenceEncoder.class, "bert-uncased.txt").stream()
                .map(line -> line.substring(1)) // the space that tells ## from a comment
                .toList());
    first = vocabulary.id("[CLS]");
    last = vocabulary.id("[SEP]");
    try {
      session = OnnxRuntime.open(folder.resolve(MODEL), false);
    } catch (OrtException e) {
      throw new IOException("The model of sentences cannot be loaded from " + folder + ".", e);
    }
  }

  /**
   * The direction of a text: {@value #SIZE} numbers whose squares sum to 1.
   *
   * @throws SpeechException if the model fails
   */
  public float[] encode(String text) throws SpeechException {
    List<WordPiece> pieces = vocabulary.of(text);
    int length = Math.min(LONGEST, pieces.size()) + 2;
    LongBuffer ids = Tensors.longs(length);
    ids.put(first);
    pieces.stream().limit(LONGEST).forEach(piece -> ids.put(piece.id()));
    ids.put(last).flip();
    Map<String, OnnxTensor> given = new HashMap<>();
    try {
      given.put("input_ids", Tensors.over(ids, 1, length));
      given.put("attention_mask", Tensors.over(filled(length, 1), 1, length));
      given.put("token_type_ids", Tensors.over(filled(length, 0), 1, length));
      try (OrtSession.Result result = OnnxRuntime.run(session, given)) {
        return direction(((OnnxTensor) result.get(0)).getFloatBuffer(), length);
      }
    } catch (OrtException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "The model of sentences failed.", e);
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
  }

  /** The mean over the pieces, made one long. */
  private static float[] direction(FloatBuffer states, int pieces) {
    double[] sum = new double[SIZE];
    for (int i = 0; i < pieces * SIZE; i++) {
      sum[i % SIZE] += states.get(i);
    }
    double squares = 0;
    for (double each : sum) {
      squares += each * each;
    }
    double norm = Math.max(1e-12, Math.sqrt(squares));
    float[] direction = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      direction[i] = (float) (sum[i] / norm);
    }
    return direction;
  }

  private static LongBuffer filled(int length, long value) {
    LongBuffer buffer = Tensors.longs(length);
    for (int i = 0; i < length; i++) {
      buffer.put(i, value);
    }
    return buffer;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The model of sentences does not close", e);
    }
  }
}
