package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelConverter;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes {@code embedding.onnx} of 3D-Speaker's {@code campplus_cn_en_common.pt}, and beside it
 * {@code filterbank.onnx}, by which the network hears.
 */
public final class EmbeddingConverter implements ModelConverter {
  private static final String WEIGHTS = "campplus_cn_en_common.pt";

  @Override
  public String name() {
    return "campplus-onnx";
  }

  @Override
  public String engine() {
    return "speakers";
  }

  @Override
  public boolean applies(Path folder) {
    return Files.isRegularFile(folder.resolve(WEIGHTS));
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void convert(Path folder) throws IOException, ModelException {
    for (String name : List.of("embedding", "filterbank")) {
      Files.deleteIfExists(folder.resolve(name + ".onnx"));
      Files.deleteIfExists(folder.resolve(name + ".data"));
    }
    EmbeddingGraph.write(TorchFile.read(folder.resolve(WEIGHTS)), folder.resolve("embedding.onnx"));
    FilterBankGraph.write(folder.resolve("filterbank.onnx"));
    Files.delete(folder.resolve(WEIGHTS));
  }
}
