// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.json.JsonPack;
import io.beamscribe.speech.scoring.FileReference;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.transforms.telemetry.MetricNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Reads the references, looks for the results of each file, and packs what is to be scored. Each
 * element has its price with every runner; one a file would be dearer than to score it.
 */
final class FindResultsFn extends DoFn<Integer, byte[]> {
  private static final long serialVersionUID = 1L;

  /** Fewer files in all go one by one, so that those that take long are spread. */
  private static final int PACKED = 256;

  private static final int MOST = 50;

  static final JsonPack<ScoringTask> PACKS = new JsonPack<>(ScoringTask.class);
  static final TupleTag<byte[]> TASKS = new TupleTag<>() {};
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
    int each = Math.max(1, Math.min(MOST, references.size() / PACKED));
    for (int i = 0; i < references.size(); i += each) {
      List<FileReference> some = references.subList(i, Math.min(i + each, references.size()));
      out.get(TASKS).output(PACKS.pack(some.stream().map(file -> task(file, indices)).toList()));
    }
  }

  private static ScoringTask task(FileReference reference, List<ResultIndex> indices) {
    return new ScoringTask(
        reference, indices.stream().map(index -> index.find(reference.file())).toList());
  }
}
