package io.beamscribe.transforms;

import io.beamscribe.speech.speakers.SpeakerOptions;
import java.io.Serializable;
import java.util.function.BinaryOperator;

/**
 * That and how speakers are told apart.
 *
 * @param segmentationFolder local folder of the model that tells local speakers apart
 * @param segmentationDigest identity of its content
 * @param voicesFolder local folder of the model that tells what a voice sounds like
 * @param voicesDigest identity of its content
 * @param keepEmbeddings whether what was heard of voices is kept beside the results
 */
public record Diarization(
    String segmentationFolder,
    String segmentationDigest,
    String voicesFolder,
    String voicesDigest,
    SpeakerOptions speakers,
    boolean keepEmbeddings)
    implements Serializable {

  /** The same with its models elsewhere. */
  Diarization withModels(BinaryOperator<String> place) {
    return new Diarization(
        place.apply(segmentationFolder, segmentationDigest),
        segmentationDigest,
        place.apply(voicesFolder, voicesDigest),
        voicesDigest,
        speakers,
        keepEmbeddings);
  }

  /** What results depend on: not where the models lie. */
  String identity() {
    return "%s %s %d-%d%s"
        .formatted(
            segmentationDigest,
            voicesDigest,
            speakers.minSpeakers(),
            speakers.maxSpeakers(),
            keepEmbeddings ? " kept" : "");
  }
}
