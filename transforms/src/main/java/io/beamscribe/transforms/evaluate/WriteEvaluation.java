// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.scoring.evaluation.Evaluation;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.speech.scoring.evaluation.EvaluationFiles;
import io.beamscribe.speech.scoring.results.FileScore;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.JsonCoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;

/** Writes the report once all files are scored. */
final class WriteEvaluation extends PTransform<PCollection<byte[]>, PDone> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<byte[]> SCORES = new TupleTag<>() {};
  private static final TupleTag<Problem> PROBLEMS = new TupleTag<>() {};

  private final EvaluationPlan plan;
  private final transient PCollection<Problem> problems;

  WriteEvaluation(EvaluationPlan plan, PCollection<Problem> problems) {
    this.plan = plan;
    this.problems = problems;
  }

  @Override
  public PDone expand(PCollection<byte[]> scores) {
    KeyedPCollectionTuple.of(
            SCORES,
            scores
                .apply("KeyScores", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of())))
        .and(
            PROBLEMS,
            problems
                .apply("KeyProblems", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), JsonCoder.of(Problem.class))))
        .apply("Gather", CoGroupByKey.create())
        .apply("Write", ParDo.of(new WriteFn(plan)));
    return PDone.in(scores.getPipeline());
  }

  static final class WriteFn extends DoFn<KV<Integer, CoGbkResult>, Void> {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Problem> ORDER =
        Comparator.comparing(Problem::source)
            .thenComparing(Problem::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Problem::message);

    private final EvaluationPlan plan;

    WriteFn(EvaluationPlan plan) {
      this.plan = plan;
    }

    @ProcessElement
    public void write(@Element KV<Integer, CoGbkResult> all) throws IOException {
      CoGbkResult gathered = all.getValue();
      Map<String, FileScore> scores = new HashMap<>(); // a retried bundle scores files again
      for (byte[] pack : gathered.getAll(SCORES)) {
        for (FileScore score : ScoreFilesFn.PACKS.unpack(pack)) {
          scores.put(score.file(), score);
        }
      }
      List<Problem> problems = new ArrayList<>();
      gathered.getAll(PROBLEMS).forEach(problems::add);
      problems.sort(ORDER);
      store(new Evaluation(plan.options(), plan.models(), List.copyOf(scores.values()), problems));
    }

    private void store(Evaluation evaluation) throws IOException {
      EvaluationDocument document = evaluation.document();
      AtomicFiles files = new AtomicFiles(plan.storage());
      files.write(plan.file("files.csv"), EvaluationFiles.filesCsv(document));
      files.write(plan.file("utterances.csv"), EvaluationFiles.utterancesCsv(evaluation, document));
      files.write(plan.file("confusions.csv"), EvaluationFiles.confusionsCsv(evaluation, document));
      files.write(plan.file("evaluation.html"), EvaluationFiles.html(evaluation, document));
      // Last, as its program waits for it.
      files.write(plan.file("evaluation.json"), EvaluationFiles.json(document));
    }
  }
}
