// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.scoring.FileReference;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.transforms.telemetry.MetricNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/** Reads the references and looks for the results of each file. */
final class FindResultsFn extends DoFn<Integer, ScoringTask> {
  private static final long serialVersionUID = 1L;
  static final TupleTag<ScoringTask> TASKS = new TupleTag<>() {};
  static final TupleTag<Problem> PROBLEMS = new TupleTag<>() {};

  private final EvaluationPlan plan;

  FindResultsFn(EvaluationPlan plan) {
    this.plan = plan;
  }

  @ProcessElement
  public void find(MultiOutputReceiver out) throws IOException {
    ReferenceStore store = new ReferenceStore(plan.storage());
    plan.references().forEach(store::read);
    List<ResultIndex> indices = new ArrayList<>();
    for (String folder : plan.results()) {
      indices.add(ResultIndex.of(folder, plan.storage()));
    }
    store.problems().forEach(problem -> out.get(PROBLEMS).output(problem));
    List<FileReference> references = store.references();
    Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED).inc(references.size());
    for (FileReference reference : references) {
      out.get(TASKS)
          .output(
              new ScoringTask(
                  reference, indices.stream().map(index -> index.find(reference.file())).toList()));
    }
  }
}
