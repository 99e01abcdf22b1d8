// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads rows from the stored results of finished files: a row holds what the result document holds,
 * whichever run wrote it. Bounded or unbounded; one request per file.
 */
public final class ReadResults extends PTransform<PCollection<FileReport>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Transcripts of files transcribed by this run. */
  public static final TupleTag<TranscriptRow> TRANSCRIPTS = new TupleTag<>() {};

  /** Transcripts of files finished by an earlier run. */
  public static final TupleTag<TranscriptRow> SKIPPED = new TupleTag<>() {};

  /** Files without a transcript, and why. */
  public static final TupleTag<FailureRow> FAILURES = new TupleTag<>() {};

  private final OutputLayout output;

  public ReadResults(OutputLayout output) {
    this.output = output;
  }

  @Override
  public PCollectionTuple expand(PCollection<FileReport> ends) {
    return ends.apply(
        "Read",
        ParDo.of(new ReadFn(output))
            .withOutputTags(TRANSCRIPTS, TupleTagList.of(SKIPPED).and(FAILURES)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(output.root())));
  }

  static final class ReadFn extends DoFn<FileReport, TranscriptRow> {
    private static final long serialVersionUID = 1L;

    private final OutputLayout output;

    ReadFn(OutputLayout output) {
      this.output = output;
    }

    @ProcessElement
    public void read(@Element FileReport end, MultiOutputReceiver out) throws IOException {
      if (end.status() == FileStatus.FAILED) {
        out.get(FAILURES).output(FailureRow.of(end));
        return;
      }
      try {
        out.get(end.status() == FileStatus.SKIPPED ? SKIPPED : TRANSCRIPTS).output(row(end));
      } catch (SpeechException e) {
        out.get(FAILURES).output(new FailureRow(end.sourceUrl(), e.kind().label(), e.getMessage()));
      }
    }

    private TranscriptRow row(FileReport end) throws IOException, SpeechException {
      String address = output.transcript(end.source(), TranscriptFormat.JSON.extension());
      byte[] json =
          new AtomicFiles(output.storage())
              .read(address)
              .orElseThrow(
                  () ->
                      new SpeechException(
                          ErrorKind.INVALID_URI,
                          "Its transcript was removed: there is no " + address + "."));
      return TranscriptRow.of(TranscriptJson.read(json));
    }
  }
}
