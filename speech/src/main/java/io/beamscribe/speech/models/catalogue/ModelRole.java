// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.catalogue;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;

/** All roles of models in the catalogue. */
public enum ModelRole {
  /** Turns speech into text. */
  RECOGNITION,
  /** Finds speech in audio. */
  DETECTOR,
  /** Separates the speakers of a short stretch of audio. */
  SEGMENTATION,
  /** Describes the sound of a voice in numbers. */
  EMBEDDING,
  /** Labels names and addresses in text. */
  NAMES,
  /** Tells in numbers what a sentence means. */
  SENTENCES;

  /** The word for it in a catalogue. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static ModelRole of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no role %s; roles are %s"
                        .formatted(
                            word,
                            Arrays.stream(values()).map(ModelRole::word).collect(joining(", ")))));
  }

  /** The role of an entry that names none, as in catalogues written before there were roles. */
  static ModelRole ofId(String id) {
    return switch (id) {
      case "silero-vad" -> DETECTOR;
      case "pyannote-segmentation-3" -> SEGMENTATION;
      case "campplus" -> EMBEDDING;
      default -> RECOGNITION;
    };
  }
}
