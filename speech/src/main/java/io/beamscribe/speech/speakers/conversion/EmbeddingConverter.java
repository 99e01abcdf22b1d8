// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.torch.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Converts 3D-Speaker's {@code campplus_cn_en_common.pt} to {@code embedding.onnx}, with {@code
 * filterbank.onnx}, the features of the network, beside it.
 */
public final class EmbeddingConverter extends TorchConverter {
  public EmbeddingConverter() {
    super("campplus-onnx", "campplus_cn_en_common.pt", List.of("embedding", "filterbank"));
  }

  @Override
  void write(Map<String, Tensor> tensors, Path folder) throws IOException, ModelException {
    EmbeddingGraph.write(tensors, folder.resolve("embedding.onnx"));
    FilterBankGraph.write(folder.resolve("filterbank.onnx"));
  }
}
