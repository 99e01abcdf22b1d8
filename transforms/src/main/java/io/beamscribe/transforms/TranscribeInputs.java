// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.listing.ListAudio;
import io.beamscribe.transforms.report.PackOutcomesFn;
import io.beamscribe.transforms.report.WriteReport;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.transcription.TranscribeFiles;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;

/** A batch job: see {@link Transcribe#batch}. */
final class TranscribeInputs extends PTransform<PBegin, PDone> {
  private static final long serialVersionUID = 1L;

  private final List<String> inputs;
  private final TranscriptionSettings settings;
  private final long startMillis;
  private final boolean awaited;

  /**
   * @param settings of this run
   * @param awaited whether the caller reads the report of this run by its id
   */
  TranscribeInputs(
      List<String> inputs, TranscriptionSettings settings, long startMillis, boolean awaited) {
    this.inputs = List.copyOf(inputs);
    this.settings = settings;
    this.startMillis = startMillis;
    this.awaited = awaited;
  }

  @Override
  public PDone expand(PBegin begin) {
    PCollectionTuple listed = begin.apply("ListAudio", new ListAudio(inputs, settings));
    // Keys are positions in the listing: a runner that can processes files in that order.
    PCollection<AudioFile> files =
        listed
            .get(ListAudio.FILES)
            .apply("SpreadFiles", Reshuffle.of())
            .apply("Files", Values.create());
    PCollectionTuple transcribed =
        files.apply("TranscribeFiles", new TranscribeFiles(settings.withoutChoices()));
    PCollection<byte[]> rows =
        PCollectionList.of(transcribed.get(TranscribeFiles.OUTCOMES))
            .and(listed.get(ListAudio.DONE))
            .and(outcomes(listed))
            .apply("AllEnds", Flatten.pCollections())
            .apply("PackEnds", ParDo.of(new PackOutcomesFn(settings.run().id())));
    PCollection<Long> ignored =
        PCollectionList.of(listed.get(ListAudio.IGNORED))
            .and(
                transcribed
                    .get(TranscribeFiles.IGNORED)
                    .apply("One", MapElements.into(TypeDescriptors.longs()).via(address -> 1L)))
            .apply("AllIgnored", Flatten.pCollections());
    PCollection<Long> notStarted =
        PCollectionList.of(listed.get(ListAudio.NOT_STARTED))
            .and(transcribed.get(TranscribeFiles.NOT_STARTED))
            .apply("AllNotStarted", Flatten.pCollections());
    return rows.apply(
        "WriteReport",
        new WriteReport(
            settings,
            startMillis,
            awaited,
            ignored,
            notStarted,
            transcribed.get(TranscribeFiles.MODEL_LOADS)));
  }

  private static PCollection<FileOutcome> outcomes(PCollectionTuple listed) {
    return listed.get(ListAudio.FAILED).apply("NotListed", TranscribeFiles.outcomes());
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }
}
