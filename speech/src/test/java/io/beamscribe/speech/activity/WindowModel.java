// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.beamscribe.speech.onnx.OnnxRuntime;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/** The form of Silero VAD that its authors use: one window per call, with the state passed on. */
final class WindowModel {
  private WindowModel() {}

  static float[] probabilities(Path folder, float[] samples) throws OrtException {
    OrtEnvironment environment = OnnxRuntime.environment();
    float[] probabilities = new float[samples.length / 512];
    float[] window = new float[576];
    float[][][] state = new float[2][1][128];
    String file = folder.resolve("silero_vad.onnx").toString();
    try (OrtSession session = environment.createSession(file);
        OnnxTensor rate = OnnxTensor.createTensor(environment, 16_000L)) {
      for (int i = 0; i < probabilities.length; i++) {
        System.arraycopy(window, 512, window, 0, 64);
        for (int j = 0; j < 512; j++) {
          window[64 + j] = samples[i * 512 + j] / 32_768;
        }
        FloatBuffer input = FloatBuffer.wrap(window);
        try (OnnxTensor inputs = OnnxTensor.createTensor(environment, input, new long[] {1, 576});
            OnnxTensor states = OnnxTensor.createTensor(environment, state);
            OrtSession.Result result =
                session.run(Map.of("input", inputs, "state", states, "sr", rate))) {
          probabilities[i] = ((float[][]) result.get(0).getValue())[0][0];
          state = (float[][][]) result.get(1).getValue();
        }
      }
    }
    return probabilities;
  }
}
