package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;

/** What the encoder made of a window: keys and values that each layer of the decoder attends to. */
final class Encoding implements AutoCloseable {
  /** Of 20 ms each. */
  static final int FRAMES = 1500;

  private final OrtSession.Result result;

  Encoding(OrtSession.Result result) {
    this.result = result;
  }

  /** By the names of the decoder's inputs. */
  Map<String, OnnxTensor> tensors() {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Map.Entry<String, OnnxValue> each : result) {
      tensors.put(each.getKey(), (OnnxTensor) each.getValue());
    }
    return tensors;
  }

  @Override
  public void close() {
    result.close();
  }
}
