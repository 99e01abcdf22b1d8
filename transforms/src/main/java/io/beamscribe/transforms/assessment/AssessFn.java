// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.engines.EngineLeases;
import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.pronunciation.AssessmentJson;
import io.beamscribe.speech.pronunciation.PronunciationAssessor;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Assesses recordings, writes a result of each and emits its row. */
final class AssessFn extends DoFn<AssessmentTask, AssessedFile> {
  private static final long serialVersionUID = 1;

  /** Longer recordings are not read; half an hour is more than a lesson asks for. */
  private static final int LONGEST = 30 * 60 * SampleRange.RATE;

  private final AssessmentSettings settings;
  private transient @Nullable EngineLeases engines;
  private transient @Nullable AudioDecoder decoder;

  AssessFn(AssessmentSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    engines = new EngineLeases();
    decoder = new AudioDecoder(AudioOptions.defaults());
  }

  @ProcessElement
  public void process(@Element AssessmentTask task, OutputReceiver<AssessedFile> out)
      throws IOException {
    AssessedFile row;
    try {
      if (task.refusal() != null) {
        throw new SpeechException(ErrorKind.UNSUPPORTED_AUDIO, task.refusal());
      }
      PronunciationOptions options = settings.options().withReference(task.text());
      Assessment assessment =
          new PronunciationAssessor(
                  requireNonNull(engines).get(settings.engine()), settings.engine().engine())
              .assess(samples(task), task.locale(), options);
      new AtomicFiles(settings.storage())
          .write(
              settings.result(task),
              AssessmentJson.realTime(assessment, options).getBytes(StandardCharsets.UTF_8));
      row = AssessedRows.of(task, assessment);
    } catch (SpeechException e) {
      row = AssessedRows.failed(task, e);
    }
    out.output(row);
  }

  private float[] samples(AssessmentTask task) throws SpeechException {
    try (DecodedAudio audio =
        requireNonNull(decoder).open(new StoredAudio(task.file(), settings.storage()))) {
      List<Track> tracks = audio.profile(ChannelMode.MIX).tracks();
      return tracks.isEmpty()
          ? new float[0]
          : audio.read(tracks.get(0), new SampleRange(0, LONGEST));
    }
  }

  @Teardown
  public void teardown() {
    if (engines != null) {
      engines.close();
    }
    if (decoder != null) {
      decoder.close();
    }
  }
}
