// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.json.JsonPack;
import io.beamscribe.speech.scoring.FileScorer;
import io.beamscribe.speech.scoring.hypotheses.HypothesisFiles;
import io.beamscribe.speech.scoring.results.FileScore;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.telemetry.MetricNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.jspecify.annotations.Nullable;

/** Scores files, and packs the scores of a bundle. */
final class ScoreFilesFn extends DoFn<byte[], byte[]> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;
  static final JsonPack<FileScore> PACKS = new JsonPack<>(FileScore.class);

  private final EvaluationPlan plan;
  private transient @Nullable FileScorer scorer;
  private transient List<FileScore> scores = new ArrayList<>();

  ScoreFilesFn(EvaluationPlan plan) {
    this.plan = plan;
  }

  @StartBundle
  public void start() {
    scores = new ArrayList<>();
    scorer = new FileScorer(plan.options());
  }

  @ProcessElement
  public void score(@Element byte[] pack, OutputReceiver<byte[]> out) throws IOException {
    for (ScoringTask task : FindResultsFn.PACKS.unpack(pack)) {
      scores.add(score(task));
      if (scores.size() == MOST) {
        out.output(PACKS.pack(scores));
        scores.clear();
      }
    }
  }

  private FileScore score(ScoringTask task) {
    List<Optional<Transcript>> results = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (List<String> found : task.results()) {
      String problem = "";
      Optional<Transcript> result = Optional.empty();
      if (found.isEmpty()) {
        problem = "There is no result for the file.";
      } else if (found.size() > 1) {
        problem = "Several results fit the name: %s and %s.".formatted(found.get(0), found.get(1));
      } else {
        try {
          result = Optional.of(read(found.get(0)));
        } catch (SpeechException e) {
          problem = e.getMessage();
        } catch (IOException e) {
          problem = "The result cannot be read.";
        }
      }
      results.add(result);
      problems.add(problem);
    }
    FileScorer with = scorer == null ? new FileScorer(plan.options()) : scorer;
    boolean failed = problems.stream().anyMatch(problem -> !problem.isEmpty());
    Metrics.counter(
            MetricNames.NAMESPACE, failed ? MetricNames.FILES_FAILED : MetricNames.FILES_SUCCEEDED)
        .inc();
    return with.score(task.reference(), results, problems);
  }

  private Transcript read(String address) throws SpeechException, IOException {
    byte[] content =
        new AtomicFiles(plan.storage())
            .read(address)
            .orElseThrow(() -> new IOException("it is gone: " + address));
    return HypothesisFiles.read(address, content);
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    if (!scores.isEmpty()) {
      context.output(
          PACKS.pack(scores), GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }
}
