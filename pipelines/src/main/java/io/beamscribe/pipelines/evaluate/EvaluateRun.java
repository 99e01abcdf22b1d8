// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobKind;
import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.pipelines.transcribe.RunMetrics;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.transforms.evaluate.EvaluationPlan;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;

/** The scoring part of an evaluation. */
record EvaluateRun(EvaluateOptions options, EvaluationPlan plan, ModelListener listener)
    implements JobKind<EvaluationReport> {
  @Override
  public Supplier<JobProgress> progress(PipelineResult running) {
    return new RunMetrics(options, running);
  }

  @Override
  public EvaluationReport result(JobProgress end) throws JobException, UsageException {
    EvaluationReport report = EvaluationReport.read(plan);
    if (report.document().files() == 0) {
      throw new UsageException(
          report.document().problems().stream()
              .findFirst()
              .map(problem -> "There is nothing to evaluate: " + problem.message())
              .orElse("There is nothing to evaluate: the references are empty."));
    }
    return report;
  }

  @Override
  public void say(String sentence) {
    listener.say(sentence);
  }
}
