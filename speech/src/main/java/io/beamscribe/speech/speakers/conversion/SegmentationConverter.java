// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.torch.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Converts pyannote's {@code pytorch_model.bin} to {@code segmentation.onnx}. */
public final class SegmentationConverter extends TorchConverter {
  public SegmentationConverter() {
    super("pyannote-segmentation-onnx", "pytorch_model.bin", List.of("segmentation"));
  }

  @Override
  void write(Map<String, Tensor> tensors, Path folder) throws IOException, ModelException {
    SegmentationGraph.write(tensors, folder.resolve("segmentation.onnx"));
  }
}
