package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes {@code embedding.onnx} of 3D-Speaker's {@code campplus_cn_en_common.pt}, and beside it
 * {@code filterbank.onnx}, by which the network hears.
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
