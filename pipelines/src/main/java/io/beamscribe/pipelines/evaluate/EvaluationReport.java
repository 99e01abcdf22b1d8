// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument;
import io.beamscribe.speech.scoring.evaluation.EvaluationFiles;
import io.beamscribe.transforms.evaluate.EvaluationPlan;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;

/**
 * The result of an evaluation. Immutable.
 *
 * @param address of {@code evaluation.json}; tables and the page are beside it
 * @param output folder of the report
 */
public record EvaluationReport(EvaluationDocument document, String address, String output) {
  static EvaluationReport read(EvaluationPlan plan) throws JobException {
    String address = plan.file("evaluation.json");
    try (InputStream json = new AtomicFiles(plan.storage()).open(address)) {
      // Written by this very job, and so as large as its memory allowed.
      EvaluationDocument document = EvaluationFiles.read(json.readAllBytes());
      return new EvaluationReport(document, address, plan.output());
    } catch (IOException e) {
      throw new JobException("The job ended without a report in " + plan.output() + ".", e);
    }
  }
}
