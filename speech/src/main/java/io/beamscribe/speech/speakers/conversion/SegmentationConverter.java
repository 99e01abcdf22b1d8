package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelConverter;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes {@code segmentation.onnx} of pyannote's {@code pytorch_model.bin}. */
public final class SegmentationConverter implements ModelConverter {
  private static final String WEIGHTS = "pytorch_model.bin";

  @Override
  public String name() {
    return "pyannote-segmentation-onnx";
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
    Files.deleteIfExists(folder.resolve("segmentation.onnx"));
    Files.deleteIfExists(folder.resolve("segmentation.data"));
    SegmentationGraph.write(
        TorchFile.read(folder.resolve(WEIGHTS)), folder.resolve("segmentation.onnx"));
    Files.delete(folder.resolve(WEIGHTS));
  }
}
