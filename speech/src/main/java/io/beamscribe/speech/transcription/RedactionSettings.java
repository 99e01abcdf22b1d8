// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.text.redaction.LeasedRedactor;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Transcript;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which personal data is taken out of results. Immutable.
 *
 * @param kinds in their order
 * @param modelFolder local folder of the model of names; null if no kind needs it
 * @param modelDigest identity of its content; null without one
 * @param key 64 hex digits, new for each run, with which it encrypts what it must keep before
 *     personal data is taken out
 * @param audio what stands in a copy of the audio in place of it
 */
public record RedactionSettings(
    List<PersonalData> kinds,
    @Nullable String modelFolder,
    @Nullable String modelDigest,
    String key,
    AudioMask audio)
    implements Serializable {
  /** Raised with every change that finds other entities, so that old results are replaced. */
  private static final String VERSION = "2";

  private static final int KEY_BYTES = 32;

  public RedactionSettings {
    kinds = kinds.stream().sorted().distinct().toList();
  }

  /**
   * Settings with a model on this machine.
   *
   * @param model null if no kind needs it
   */
  public static RedactionSettings of(Set<PersonalData> kinds, @Nullable Model model) {
    return new RedactionSettings(
        List.copyOf(kinds),
        model == null ? null : model.folder().toString(),
        model == null ? null : model.digest(),
        newKey(),
        AudioMask.NONE);
  }

  /** A copy that masks audio in another way. */
  public RedactionSettings withAudio(AudioMask mask) {
    return new RedactionSettings(kinds, modelFolder, modelDigest, key, mask);
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /**
   * A redactor of phrases.
   *
   * @param locale of phrases that name none
   * @throws SpeechException if the model cannot be loaded
   */
  public LeasedRedactor redactor(String locale) throws SpeechException {
    return new LeasedRedactor(Set.copyOf(kinds), modelFolder, locale);
  }

  /**
   * The transcript without personal data.
   *
   * @throws SpeechException if the model cannot be loaded, or fails
   */
  public Transcript redact(Transcript transcript) throws SpeechException {
    Provenance provenance = transcript.provenance();
    try (LeasedRedactor leased = redactor(provenance == null ? "en-US" : provenance.language())) {
      return leased.redactor().redact(transcript);
    }
  }

  /** A copy with its model in another folder. */
  RedactionSettings withModels(BinaryOperator<String> place) {
    return modelFolder == null || modelDigest == null
        ? this
        : new RedactionSettings(
            kinds, place.apply(modelFolder, modelDigest), modelDigest, key, audio);
  }

  /** What results depend on, as text. */
  String text() {
    return "version=%s\nkinds=%s\nmodel=%s%s"
        .formatted(
            VERSION,
            kinds.stream().map(PersonalData::word).collect(joining(",")),
            modelDigest,
            audio == AudioMask.NONE ? "" : "\naudio=" + audio);
  }

  /** Without the key, which logs must not tell. */
  @Override
  public String toString() {
    return text();
  }
}
