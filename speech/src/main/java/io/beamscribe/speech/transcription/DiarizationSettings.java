// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import java.io.Serializable;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings of diarization; absent if it is off. Immutable.
 *
 * @param segmentationFolder local folder of the segmentation model
 * @param segmentationDigest identity of its content
 * @param voicesFolder local folder of the embedding model
 * @param voicesDigest identity of its content
 * @param known voices by which speakers are identified; null if they are not
 * @param keepEmbeddings whether speaker embeddings are saved beside the results
 */
public record DiarizationSettings(
    String segmentationFolder,
    String segmentationDigest,
    String voicesFolder,
    String voicesDigest,
    SpeakerOptions speakers,
    @Nullable KnownVoices known,
    boolean keepEmbeddings)
    implements Serializable {

  /** Settings with models on this machine. */
  public static DiarizationSettings of(
      Model segmentation,
      Model voices,
      SpeakerOptions speakers,
      @Nullable KnownVoices known,
      boolean keepEmbeddings) {
    return new DiarizationSettings(
        segmentation.folder().toString(),
        segmentation.digest(),
        voices.folder().toString(),
        voices.digest(),
        speakers,
        known,
        keepEmbeddings);
  }

  /** The settings of one file. */
  DiarizationSettings of(FileChoice choice) {
    Integer number = choice.speakers();
    return number == null
        ? this
        : new DiarizationSettings(
            segmentationFolder,
            segmentationDigest,
            voicesFolder,
            voicesDigest,
            new SpeakerOptions(number, number),
            known,
            keepEmbeddings);
  }

  /** A copy with its models in other folders. */
  DiarizationSettings withModels(BinaryOperator<String> place) {
    return new DiarizationSettings(
        place.apply(segmentationFolder, segmentationDigest),
        segmentationDigest,
        place.apply(voicesFolder, voicesDigest),
        voicesDigest,
        speakers,
        known,
        keepEmbeddings);
  }
}
