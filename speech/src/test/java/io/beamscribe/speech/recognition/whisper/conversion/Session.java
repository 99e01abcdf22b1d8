package io.beamscribe.speech.recognition.whisper.conversion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.beamscribe.speech.onnx.OnnxRuntime;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs a graph on one thread. */
final class Session implements AutoCloseable {
  private final OrtEnvironment environment = OnnxRuntime.environment();
  private final OrtSession session;

  /** What goes into a graph. */
  sealed interface Input {}

  record Floats(FloatBuffer values, long... shape) implements Input {}

  record Longs(long... values) implements Input {}

  Session(Path graph) throws OrtException {
    session = OnnxRuntime.open(graph, true);
  }

  /** All outputs by their names, as rows of numbers. */
  Map<String, float[]> run(Map<String, Input> inputs) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Map.Entry<String, Input> input : inputs.entrySet()) {
      tensors.put(input.getKey(), tensor(input.getValue()));
    }
    try (OrtSession.Result result = session.run(tensors)) {
      Map<String, float[]> outputs = new HashMap<>();
      for (Map.Entry<String, OnnxValue> each : result) {
        FloatBuffer values = ((OnnxTensor) each.getValue()).getFloatBuffer();
        float[] row = new float[values.remaining()];
        values.get(row);
        outputs.put(each.getKey(), row);
      }
      return outputs;
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(Input input) throws OrtException {
    if (input instanceof Floats floats) {
      return OnnxTensor.createTensor(environment, floats.values(), floats.shape());
    }
    long[] values = ((Longs) input).values();
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {values.length});
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
