// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import java.io.Serializable;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * All that a result depends on, beside its audio. Immutable.
 *
 * @param diarization null where speakers are not detected
 */
public record ResultSettings(
    RecognitionSettings recognition, @Nullable DiarizationSettings diarization)
    implements Serializable {

  /**
   * Version of code and form of results. It goes up with every change that gives other bytes for
   * the same audio, model and options, so that old results are made again.
   */
  public static final String RESULT_VERSION = "3";

  /**
   * The same with its models elsewhere.
   *
   * @param place gives the folder of a model for the folder it was in and its digest
   */
  public ResultSettings withModels(BinaryOperator<String> place) {
    return new ResultSettings(
        recognition.withModels(place), diarization == null ? null : diarization.withModels(place));
  }

  /**
   * Digest of these settings: equal where they give the same result for the same audio, on whatever
   * machine. Formats are no part of it, since they can be added to a result.
   */
  public String digest() {
    String words =
        DigestUtils.sha256Hex("version=" + RESULT_VERSION + "\n" + SettingsText.of(recognition));
    return diarization == null
        ? words
        : DigestUtils.sha256Hex(words + "\n" + SettingsText.of(diarization));
  }

  /**
   * Identity of a result: what must be unchanged for work to be skipped.
   *
   * @param audioSha256 of the stored bytes
   */
  public String fingerprint(String audioSha256) {
    return fingerprint(audioSha256, digest());
  }

  /**
   * The same for whoever has the digest already.
   *
   * @param settings as {@link #digest} gives it
   */
  public static String fingerprint(String audioSha256, String settings) {
    return DigestUtils.sha256Hex(audioSha256 + "\n" + settings);
  }
}
