// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.text.forms.TextOptions;
import java.io.Serializable;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a result depends on besides its audio. Immutable.
 *
 * @param diarization null if it is off
 * @param text how the forms of phrases are written
 * @param redaction null if it is off
 */
public record ResultSettings(
    RecognitionSettings recognition,
    @Nullable DiarizationSettings diarization,
    TextOptions text,
    @Nullable RedactionSettings redaction)
    implements Serializable {

  /**
   * Version of the code and format of results. It is raised with every change that gives other
   * bytes for the same audio, model and options, so that old results are replaced.
   */
  public static final String RESULT_VERSION = "4";

  /** The same for what diarization alone changes, so that results without it stay as they are. */
  private static final String DIARIZATION_VERSION = "8";

  /** Settings of results that keep personal data. */
  public ResultSettings(
      RecognitionSettings recognition,
      @Nullable DiarizationSettings diarization,
      TextOptions text) {
    this(recognition, diarization, text, null);
  }

  /**
   * The settings of one file: those that flags of the same meaning would give.
   *
   * @param choice null if nothing is known of it
   */
  public ResultSettings of(@Nullable FileChoice choice) {
    return choice == null
        ? this
        : new ResultSettings(
            recognition.of(choice),
            diarization == null ? null : diarization.of(choice),
            text,
            redaction);
  }

  /**
   * A copy with its models in other folders.
   *
   * @param place returns the new folder of a model, given its old folder and its digest
   */
  public ResultSettings withModels(BinaryOperator<String> place) {
    return new ResultSettings(
        recognition.withModels(place),
        diarization == null ? null : diarization.withModels(place),
        text,
        redaction == null ? null : redaction.withModels(place));
  }

  /**
   * Digest of these settings: equal if they give the same result for the same audio, on any
   * machine. Formats are not part of it, since they can be added to a result, nor is the text,
   * which can be written anew from a result. Redaction is: what was taken out cannot be put back.
   */
  public String digest() {
    String words =
        DigestUtils.sha256Hex("version=" + RESULT_VERSION + "\n" + SettingsText.of(recognition));
    String speakers =
        diarization == null
            ? words
            : DigestUtils.sha256Hex(
                words + "\nversion=" + DIARIZATION_VERSION + "\n" + SettingsText.of(diarization));
    return redaction == null
        ? speakers
        : DigestUtils.sha256Hex(speakers + "\nredaction\n" + redaction.text());
  }

  /** Digest of how a result is written: equal if the same recognition gives the same files. */
  public String textDigest() {
    return text.digest();
  }

  /** Digest of all of these settings: equal if finished files stay as they are. */
  public String filesDigest() {
    return filesDigest(digest(), textDigest());
  }

  /**
   * The same, given its parts.
   *
   * @param text null for text as recognised
   */
  public static String filesDigest(String settings, @Nullable String text) {
    return settings + " " + text;
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
   * The fingerprint, given the digest.
   *
   * @param settings as {@link #digest} returns it
   */
  public static String fingerprint(String audioSha256, String settings) {
    return DigestUtils.sha256Hex(audioSha256 + "\n" + settings);
  }
}
