// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.ModelConverter;
import io.beamscribe.speech.models.convert.torch.Tensor;
import io.beamscribe.speech.models.convert.torch.TorchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes graphs of a file of weights in PyTorch's format, which is then gone. */
abstract class TorchConverter implements ModelConverter {
  private final String name;
  private final String weights;
  private final List<String> graphs;

  /**
   * @param weights name of the file that is there
   * @param graphs names of what is made, without extension
   */
  TorchConverter(String name, String weights, List<String> graphs) {
    this.name = name;
    this.weights = weights;
    this.graphs = graphs;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String engine() {
    return "speakers";
  }

  @Override
  public final boolean applies(Path folder) {
    return Files.isRegularFile(folder.resolve(weights));
  }

  @Override
  public final boolean required() {
    return true;
  }

  @Override
  public final void convert(Path folder) throws IOException, ModelException {
    for (String graph : graphs) {
      Files.deleteIfExists(folder.resolve(graph + ".onnx"));
      Files.deleteIfExists(folder.resolve(graph + ".data"));
    }
    write(TorchFile.read(folder.resolve(weights)), folder);
    Files.delete(folder.resolve(weights));
  }

  /** Writes all graphs into the folder, where none of them is. */
  abstract void write(Map<String, Tensor> tensors, Path folder) throws IOException, ModelException;
}
