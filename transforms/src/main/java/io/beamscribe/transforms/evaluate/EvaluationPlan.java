// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.scoring.ScoringOptions;
import io.beamscribe.speech.scoring.evaluation.Evaluation.NamedModel;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is scored against what.
 *
 * @param references addresses of files of references
 * @param names of one or two models
 * @param results of each model: a folder
 * @param output folder of the report
 */
public record EvaluationPlan(
    List<String> references,
    List<String> names,
    List<String> results,
    String output,
    ScoringOptions options,
    StorageSettings storage)
    implements Serializable {
  public EvaluationPlan {
    references = List.copyOf(references);
    names = List.copyOf(names);
    results = List.copyOf(results);
    output =
        output.length() > 1 && output.endsWith("/")
            ? output.substring(0, output.length() - 1)
            : output;
  }

  /** The address of a file of the report. */
  public String file(String name) {
    return output + "/" + name;
  }

  List<NamedModel> models() {
    List<NamedModel> models = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      models.add(new NamedModel(names.get(i), results.get(i)));
    }
    return models;
  }
}
