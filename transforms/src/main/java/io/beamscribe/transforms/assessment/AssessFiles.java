// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.transforms.values.JsonCoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Assesses recordings and writes a result of each, then a report of all. */
public final class AssessFiles extends PTransform<PBegin, PDone> {
  private static final long serialVersionUID = 1;

  private final transient List<AssessmentTask> tasks;
  private final AssessmentSettings settings;

  public AssessFiles(List<AssessmentTask> tasks, AssessmentSettings settings) {
    this.tasks = List.copyOf(tasks);
    this.settings = settings;
  }

  @Override
  public PDone expand(PBegin begin) {
    begin
        .apply("Recordings", Create.of(tasks).withCoder(JsonCoder.of(AssessmentTask.class)))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Assess", ParDo.of(new AssessFn(settings)))
        .setCoder(JsonCoder.of(AssessedFile.class))
        .apply("All", WithKeys.of(0))
        .apply("Together", GroupByKey.create())
        .apply("Report", ParDo.of(new ReportFn(settings)));
    return PDone.in(begin.getPipeline());
  }

  /** Writes the report of all recordings, in the order of their paths. */
  private static final class ReportFn extends DoFn<KV<Integer, Iterable<AssessedFile>>, Void> {
    private static final long serialVersionUID = 1;
    private final AssessmentSettings settings;

    ReportFn(AssessmentSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<AssessedFile>> all) throws IOException {
      List<AssessedFile> rows = new ArrayList<>();
      all.getValue().forEach(rows::add);
      new AssessmentReport(rows).write(settings);
    }
  }
}
