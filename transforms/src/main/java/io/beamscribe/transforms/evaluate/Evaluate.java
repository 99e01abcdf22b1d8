// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.transforms.values.JsonCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Scores results against references, and writes {@code evaluation.json}, tables and a page. Bounded
 * only. Files are scored in parallel; the same files give the same bytes.
 */
public final class Evaluate extends PTransform<PBegin, PDone> {
  private static final long serialVersionUID = 1L;

  /**
   * Parts that are scored at once; a runner may take a bundle for each key, which has its price.
   */
  private static final int BUCKETS = 64;

  private final EvaluationPlan plan;

  private Evaluate(EvaluationPlan plan) {
    this.plan = plan;
  }

  public static Evaluate of(EvaluationPlan plan) {
    return new Evaluate(plan);
  }

  @Override
  public PDone expand(PBegin begin) {
    PCollectionTuple found =
        begin
            .apply("Begin", Create.of(0))
            .apply(
                "FindResults",
                ParDo.of(new FindResultsFn(plan))
                    .withOutputTags(FindResultsFn.TASKS, TupleTagList.of(FindResultsFn.PROBLEMS)));
    PCollection<Problem> problems =
        found.get(FindResultsFn.PROBLEMS).setCoder(JsonCoder.of(Problem.class));
    return found
        .get(FindResultsFn.TASKS)
        .setCoder(ByteArrayCoder.of())
        .apply("Spread", Reshuffle.<byte[]>viaRandomKey().withNumBuckets(BUCKETS))
        .apply("Score", ParDo.of(new ScoreFilesFn(plan)))
        .setCoder(ByteArrayCoder.of())
        .apply("Report", new WriteEvaluation(plan, problems));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("models", String.join(", ", plan.names())));
  }
}
