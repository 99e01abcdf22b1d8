// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.model;

import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.GraphEdit;
import java.io.IOException;
import java.nio.LongBuffer;

/**
 * Lets a model encode only the beginning of a window, and take the mean of frames next to each
 * other for one. What follows then has less to do: attention to the square. Where all frames stand
 * for themselves, nothing changes.
 *
 * <p>Frames are joined before the first layer, with what says where they are.
 */
final class JoinedFrames {
  /** Input of the encoder: how many frames it takes. */
  static final String KEPT = "kept";

  /** Input of the encoder: how frames are grouped, of so many dimensions. */
  static final String SHAPE = "groups";

  static final int DIMENSIONS = 3;

  private JoinedFrames() {}

  static byte[] encoder(byte[] graph, WhisperDimensions size) throws IOException {
    GraphEdit edit = new GraphEdit(graph);
    String all = edit.firstInput("encoder/layer_0/self_attention/layer_norm/gamma");
    String kept = edit.input(KEPT, ElementType.INT64, 1);
    String shape = edit.input(SHAPE, ElementType.INT64, DIMENSIONS);
    String first = edit.whole("firstAxis", 0);
    String taken = edit.node("Slice", all, first, kept, first).out("takenFrames");
    String grouped = edit.node("Reshape", taken, shape).out("groupedFrames");
    String joined =
        edit.node("ReduceMean", grouped, edit.whole("secondAxis", 1))
            .with("keepdims", 0)
            .out("joinedFrames");
    edit.redirect(all, joined);
    edit.variable(size.positions(), "T");
    return edit.bytes();
  }

  /** The decoder's graph for any number of frames. */
  static byte[] decoder(byte[] graph, WhisperDimensions size) throws IOException {
    GraphEdit edit = new GraphEdit(graph);
    edit.flatten(size.positions(), 3);
    edit.variable(size.positions(), "T");
    return edit.bytes();
  }

  static LongBuffer kept(int frames) {
    return Tensors.longs(1).put(frames).flip();
  }

  static LongBuffer shape(int together, WhisperDimensions size) {
    return Tensors.longs(DIMENSIONS).put(-1).put(together).put(size.width()).flip();
  }
}
