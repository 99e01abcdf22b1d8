// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.ModelConverter;
import io.beamscribe.speech.onnx.graph.OnnxWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Converts Silero's network for sequences to {@code detector.onnx}. */
public final class DetectorConverter implements ModelConverter {
  private static final String PUBLISHED = "silero_vad_16k_sequence.onnx";

  @Override
  public String name() {
    return "silero-vad-rows";
  }

  @Override
  public String engine() {
    return "silero-vad";
  }

  @Override
  public boolean applies(Path folder) {
    return Files.isRegularFile(folder.resolve(PUBLISHED));
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void convert(Path folder) throws IOException, ModelException {
    for (String name : new String[] {"detector.onnx", "detector.data"}) {
      Files.deleteIfExists(folder.resolve(name));
    }
    DetectorGraph.write(
        OnnxWeights.read(folder.resolve(PUBLISHED)), folder.resolve("detector.onnx"));
    Files.delete(folder.resolve(PUBLISHED));
  }
}
