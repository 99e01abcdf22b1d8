// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.listing.DescribeFiles;
import io.beamscribe.transforms.report.BrokenRun;
import io.beamscribe.transforms.report.WriteReport;
import io.beamscribe.transforms.rows.FailureRow;
import io.beamscribe.transforms.rows.ReadResults;
import io.beamscribe.transforms.rows.TranscriptRow;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.streaming.TranscribeUnbounded;
import io.beamscribe.transforms.telemetry.CountFilesFn;
import io.beamscribe.transforms.transcription.TranscribeFiles;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Transcribes the audio files of a pipeline and outputs the transcripts as rows.
 *
 * <p>Bounded or unbounded, as its input. Files are distributed over all workers, long files in
 * blocks of a few minutes. With bounded input a worker recognises as many blocks at a time as its
 * runner processes elements; with unbounded input as many as it has background threads, so that
 * checkpoints do not wait for recognition.
 *
 * <p>Results are also stored under the output and are not computed again: a repeated run resumes
 * where the last one ended. Each file is output at least once, as transcribed, skipped, failed or
 * ignored; more than once only if the runner repeats work, with equal rows. In an unbounded job a
 * file that is replaced or removed while it is processed is not output, and the same failure is
 * output only once.
 */
public final class Transcribe extends PTransform<PCollection<AudioFile>, Transcribe.Result> {
  private static final long serialVersionUID = 1L;

  private final TranscriptionSettings settings;

  private Transcribe(TranscriptionSettings settings) {
    this.settings = settings;
  }

  /**
   * Transcribes the files of a pipeline.
   *
   * @param settings whose formats include JSON, from which rows are read
   * @throws IllegalArgumentException if the formats do not include JSON
   */
  public static Transcribe files(TranscriptionSettings settings) {
    Result.requireRows(settings);
    return new Transcribe(settings);
  }

  /**
   * Lists audio, transcribes it and writes a report: a whole batch job. Bounded. Each listed file
   * has exactly one row in the report: succeeded, skipped or failed.
   *
   * @param inputs files, folders or prefixes, and patterns
   * @param startMillis when the run began, in milliseconds since 1970, for its report
   */
  public static PTransform<PBegin, PDone> batch(
      List<String> inputs, TranscriptionSettings settings, long startMillis) {
    return new TranscribeInputs(inputs, settings.ofNewRun(), startMillis, false);
  }

  /**
   * As {@link #batch}, for a run that the caller has begun and can tell from others by its id. Its
   * report is stored a second time, under {@link OutputLayout#ownReport}, for the caller to read
   * and remove: another run may replace the first.
   *
   * @param settings as {@link TranscriptionSettings#ofNewRun} gives them; for one run only
   */
  public static PTransform<PBegin, PDone> begun(
      List<String> inputs, TranscriptionSettings settings, long startMillis) {
    return new TranscribeInputs(inputs, settings, startMillis, true);
  }

  /**
   * Writes the report of a batch that broke off, and so did not write it itself: the files that had
   * ended, as far as storage tells. Takes at most minutes.
   *
   * @param settings those of {@link #begun}
   * @param failure why it broke off, as a sentence
   * @throws IOException if it cannot be written
   */
  public static void reportBroken(
      List<String> inputs, TranscriptionSettings settings, long startMillis, String failure)
      throws IOException {
    new BrokenRun(inputs, settings).report(startMillis, failure);
  }

  /** Writes the report of a batch that has ended anew, in all its forms. */
  public static void replaceReport(Report report, TranscriptionSettings settings)
      throws IOException {
    WriteReport.store(report, settings.output());
  }

  @Override
  public Result expand(PCollection<AudioFile> files) {
    TranscriptionSettings own = settings.ofNewRun();
    boolean unbounded = files.isBounded() == IsBounded.UNBOUNDED;
    PCollection<AudioFile> given =
        // State expires with its window, and with it the files that still wait for a thread.
        unbounded ? files.apply("Unwindow", Window.into(new GlobalWindows())) : files;
    PCollectionTuple described =
        given
            .apply("SpreadFiles", Reshuffle.viaRandomKey())
            .apply("DescribeFiles", new DescribeFiles(own.storage()));
    PCollection<AudioFile> known = described.get(DescribeFiles.FILES);
    Ended ended = unbounded ? unbounded(known, own) : bounded(known, own);
    PCollection<FileReport> missing =
        described.get(DescribeFiles.FAILED).apply("CountMissing", count(own));
    PCollection<FileReport> all =
        PCollectionList.of(ended.reports()).and(missing).apply("AllEnds", Flatten.pCollections());
    return Result.of(all, ended.ignored(), own);
  }

  private static Ended bounded(PCollection<AudioFile> files, TranscriptionSettings own) {
    PCollectionTuple transcribed = files.apply("TranscribeFiles", new TranscribeFiles(own));
    PCollection<FileReport> reports =
        transcribed
            .get(TranscribeFiles.OUTCOMES)
            .apply(
                "Reports",
                MapElements.into(TypeDescriptor.of(FileReport.class)).via(FileOutcome::row))
            .apply("CountFiles", count(own));
    return new Ended(reports, transcribed.get(TranscribeFiles.IGNORED));
  }

  private static Ended unbounded(PCollection<AudioFile> files, TranscriptionSettings own) {
    PCollectionTuple transcribed =
        files
            .apply(
                "Arrived",
                MapElements.into(TypeDescriptor.of(ArrivedFile.class)).via(ArrivedFile::of))
            .apply("TranscribeUnbounded", new TranscribeUnbounded(own, null));
    return new Ended(
        transcribed.get(TranscribeUnbounded.ROWS), transcribed.get(TranscribeUnbounded.IGNORED));
  }

  private static ParDo.SingleOutput<FileReport, FileReport> count(TranscriptionSettings own) {
    return ParDo.of(new CountFilesFn(own.run().id()));
  }

  /** Files that need no more work. */
  private record Ended(PCollection<FileReport> reports, PCollection<String> ignored) {}

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }

  /**
   * The outputs, with the timestamps of the files: in the windows of the input if it is bounded,
   * otherwise in the global window.
   */
  public static final class Result implements POutput {
    private static final TupleTag<String> IGNORED = new TupleTag<>() {};

    private final PCollectionTuple all;

    private Result(PCollectionTuple rows, PCollection<String> ignored) {
      this.all = rows.and(IGNORED, ignored);
    }

    static void requireRows(TranscriptionSettings settings) {
      if (!settings.run().formats().contains(TranscriptFormat.JSON)) {
        throw new IllegalArgumentException(
            "Rows are made of JSON, which is not among the formats.");
      }
    }

    static Result of(
        PCollection<FileReport> ends, PCollection<String> ignored, TranscriptionSettings settings) {
      return new Result(ends.apply("ReadResults", new ReadResults(settings.output())), ignored);
    }

    /** Transcripts of files transcribed by this run, output once they are stored. */
    public PCollection<TranscriptRow> transcripts() {
      return all.get(ReadResults.TRANSCRIPTS);
    }

    /**
     * Transcripts of files finished by an earlier run, with the same content, model and options.
     */
    public PCollection<TranscriptRow> skipped() {
      return all.get(ReadResults.SKIPPED);
    }

    /** Files without a transcript, and why. */
    public PCollection<FailureRow> failures() {
      return all.get(ReadResults.FAILURES);
    }

    /**
     * Addresses of files that are not audio and were not named explicitly, see {@link
     * AudioFile#named}.
     */
    public PCollection<String> ignored() {
      return all.get(IGNORED);
    }

    @Override
    public Pipeline getPipeline() {
      return all.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return all.expand();
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {
      all.finishSpecifyingOutput(name, input, transform);
    }
  }
}
