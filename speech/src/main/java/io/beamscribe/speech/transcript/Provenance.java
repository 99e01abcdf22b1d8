package io.beamscribe.speech.transcript;

import io.beamscribe.speech.audio.AudioFacts;
import java.util.List;

/**
 * Where a transcript comes from: the object {@code beamscribe} of the result. Nothing in it depends
 * on the run (runner, parallelism, times).
 *
 * @param version of Beamscribe's result format and code
 * @param model id of the model, or the last part of its address
 * @param modelDigest identity of the model's content
 * @param locale of the model, such as {@code ko-KR}
 * @param fingerprint of audio, model and options
 * @param speechShare recognised part of the tracks' length, 0 to 1
 */
public record Provenance(
    String version,
    String engine,
    String model,
    String modelDigest,
    String locale,
    String fingerprint,
    AudioFacts audio,
    double speechShare,
    List<SegmentSpan> segments) {
  public Provenance {
    segments = List.copyOf(segments);
  }
}
