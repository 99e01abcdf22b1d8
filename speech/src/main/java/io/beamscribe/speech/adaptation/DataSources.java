// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import io.beamscribe.speech.datasets.DatasetReport;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data that a model was made of, in the order in which it was read. Not thread-safe. */
final class DataSources {
  private final List<ModelCard.Source> all = new ArrayList<>();

  void add(Path file, DatasetReport report) throws IOException {
    all.add(ModelCard.Source.of(file, report));
  }

  /** Throws {@link ModelException} if no line of it could be used. */
  void requireLines() throws ModelException {
    if (all.stream().allMatch(source -> source.report().acceptedLineCount() == 0)) {
      throw new ModelException("There is no line in the data that can be used.");
    }
  }

  List<ModelCard.Source> all() {
    return all;
  }
}
