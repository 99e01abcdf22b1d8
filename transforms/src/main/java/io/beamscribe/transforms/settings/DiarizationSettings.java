package io.beamscribe.transforms.settings;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.transforms.storage.Sha256;
import java.io.Serializable;
import java.util.function.BinaryOperator;

/**
 * That and how speakers are told apart.
 *
 * @param segmentationFolder local folder of the model that tells local speakers apart
 * @param segmentationDigest identity of its content
 * @param voicesFolder local folder of the model that tells what a voice sounds like
 * @param voicesDigest identity of its content
 * @param known voices by which speakers get names; null where they are to have none
 * @param keepEmbeddings whether what was heard of voices is kept beside the results
 */
public record DiarizationSettings(
    String segmentationFolder,
    String segmentationDigest,
    String voicesFolder,
    String voicesDigest,
    SpeakerOptions speakers,
    KnownVoices known,
    boolean keepEmbeddings)
    implements Serializable {

  /** With models that are on this machine. */
  public static DiarizationSettings of(
      Model segmentation,
      Model voices,
      SpeakerOptions speakers,
      KnownVoices known,
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

  /** The same with its models elsewhere. */
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

  /** What results depend on: not where the models lie. */
  String identity() {
    return "%s %s %d-%d%s%s"
        .formatted(
            segmentationDigest,
            voicesDigest,
            speakers.minSpeakers(),
            speakers.maxSpeakers(),
            keepEmbeddings ? " kept" : "",
            known == null ? "" : " known " + Sha256.of(Json.compact(known)));
  }
}
