// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.output.LeftoverBlocks;
import io.beamscribe.transforms.output.LeftoverRuns;
import io.beamscribe.transforms.output.MarkerIndexFiles;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.FileOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Writes the report of a batch once all files are finished, also if there were none. Bounded input
 * only. A file that occurs more than once gets one row. The input is packs of {@link FileOutcome},
 * which stay packed while they are gathered.
 */
@Internal
public final class WriteReport extends PTransform<PCollection<byte[]>, PDone> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<byte[]> ROWS = new TupleTag<>() {};
  private static final TupleTag<Long> IGNORED = new TupleTag<>() {};
  private static final TupleTag<Long> NOT_STARTED = new TupleTag<>() {};
  private static final TupleTag<Long> MODEL_LOADS = new TupleTag<>() {};

  private final TranscriptionSettings settings;
  private final long startMillis;
  private final boolean own;
  private final transient PCollection<Long> ignored;
  private final transient PCollection<Long> notStarted;
  private final transient PCollection<Long> modelLoads;

  /**
   * @param startMillis when the run began, in milliseconds since 1970
   * @param own whether to store the report a second time, where no other run replaces it
   * @param ignored number of ignored files, in any number of summands
   * @param notStarted number of files left to later runs, in any number of summands
   * @param modelLoads number of model loads, in any number of summands
   */
  public WriteReport(
      TranscriptionSettings settings,
      long startMillis,
      boolean own,
      PCollection<Long> ignored,
      PCollection<Long> notStarted,
      PCollection<Long> modelLoads) {
    this.settings = settings;
    this.startMillis = startMillis;
    this.own = own;
    this.ignored = ignored;
    this.notStarted = notStarted;
    this.modelLoads = modelLoads;
  }

  @Override
  public PDone expand(PCollection<byte[]> rows) {
    KeyedPCollectionTuple.of(
            ROWS,
            rows.apply("KeyRows", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of())))
        .and(IGNORED, keyed("KeyIgnored", ignored))
        .and(NOT_STARTED, keyed("KeyNotStarted", notStarted))
        .and(MODEL_LOADS, keyed("KeyLoads", modelLoads))
        .apply("Gather", CoGroupByKey.create())
        .apply("Write", ParDo.of(new WriteFn(settings, startMillis, own)));
    return PDone.in(rows.getPipeline());
  }

  private static PCollection<KV<Integer, Long>> keyed(String name, PCollection<Long> counts) {
    return counts
        .apply(name, WithKeys.of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), VarLongCoder.of()));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }

  /** Stores the report in all its forms. */
  public static void store(Report report, OutputLayout output) throws IOException {
    AtomicFiles files = new AtomicFiles(output.storage());
    files.write(output.report("csv"), out -> ReportFiles.csv(report, out));
    files.write(output.report("html"), ReportFiles.html(report));
    files.write(output.report("json"), out -> ReportFiles.json(report, out));
  }

  static final class WriteFn extends DoFn<KV<Integer, CoGbkResult>, Void> {
    private static final long serialVersionUID = 1L;

    private final TranscriptionSettings settings;
    private final long startMillis;
    private final boolean own;

    WriteFn(TranscriptionSettings settings, long startMillis, boolean own) {
      this.settings = settings;
      this.startMillis = startMillis;
      this.own = own;
    }

    @ProcessElement
    public void write(@Element KV<Integer, CoGbkResult> all) throws IOException {
      CoGbkResult gathered = all.getValue();
      SortedRows rows = new SortedRows();
      List<String> entries = new ArrayList<>();
      for (byte[] pack : gathered.getAll(ROWS)) {
        for (FileOutcome end : OutcomePacks.PACKS.unpack(pack)) {
          rows.add(end.row());
          if (end.indexEntry() != null) {
            entries.add(end.indexEntry());
          }
        }
      }
      Report report =
          ReportBuilder.build(
              settings,
              rows,
              sum(gathered.getAll(IGNORED)),
              sum(gathered.getAll(NOT_STARTED)),
              sum(gathered.getAll(MODEL_LOADS)),
              (System.currentTimeMillis() - startMillis) / 1e3,
              null);
      OutputLayout output = settings.output();
      if (own) {
        // First, as its program waits for it; the next runs may replace the others at any moment.
        new AtomicFiles(output.storage())
            .write(output.ownReport(settings.run().id()), out -> ReportFiles.json(report, out));
      }
      store(report, output);
      if (report.counts().getOrDefault(FileStatus.FAILED, 0) > 0) {
        new FailedRows(settings).remove();
      }
      new LeftoverBlocks(settings).remove(report.details());
      new LeftoverRuns(output).remove();
      // Last: a restarted run would take files in the index for the work of an earlier one.
      new MarkerIndexFiles(output, settings.run().id()).write(entries);
    }

    private static long sum(Iterable<Long> counts) {
      long sum = 0;
      for (long count : counts) {
        sum += count;
      }
      return sum;
    }
  }
}
