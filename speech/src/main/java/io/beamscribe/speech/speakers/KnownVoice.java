// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.speakers.clustering.Cluster;
import io.beamscribe.speech.speakers.clustering.Scores;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An enrolled voice: a name and the mean embedding, and nothing else of its audio.
 *
 * @param name of the person, or a pseudonym
 * @param model digest of the embedding model: voices of different models cannot be compared
 * @param seconds of speech it was enrolled with
 * @param print as little-endian floats in Base64
 */
public record KnownVoice(String name, String model, double seconds, String print)
    implements Serializable {
  /** Seconds of speech needed to enrol a voice. */
  public static final double LEAST_SECONDS = 3;

  /** Also a valid file name on every system. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._'@-]{0,39}(?<![ .])");

  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  /**
   * Whether a name is valid: up to forty letters, digits and a few signs, so that it can be a file
   * name; not digits alone, which denote unidentified speakers.
   */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches()
        && !NUMBER.matcher(name).matches()
        && !name.toLowerCase(Locale.ROOT).equals(IdentifiedSpeaker.UNKNOWN);
  }

  /**
   * Enrols a voice from the voices of one person in several files.
   *
   * @param voices not empty, each with a print
   */
  public static KnownVoice of(String name, String model, List<SpeakerVoice> voices) {
    Cluster all =
        voices.stream()
            .map(
                voice ->
                    Cluster.of(Voiceprint.numbers(requireNonNull(voice.print())), voice.seconds()))
            .reduce(Cluster::with)
            .orElseThrow();
    return new KnownVoice(name, model, all.seconds(), Voiceprint.text(all.centroid()));
  }

  /** Whether it is a complete embedding, and not a damaged file. */
  public boolean isComplete() {
    return print != null && Voiceprint.isComplete(print);
  }

  /** Whether a speaker, of whatever band, is more likely this voice than another one. */
  public boolean isLike(SpeakerVoice speaker) {
    VoiceOdds other = new VoiceOdds(Voiceprint.numbers(requireNonNull(speaker.print())));
    return odds().sameAs(other) >= 0;
  }

  VoiceOdds odds() {
    return new VoiceOdds(Voiceprint.numbers(print));
  }

  /** The cosine to the voice of a speaker. */
  double similarity(SpeakerVoice speaker) {
    return Scores.product(
        Voiceprint.numbers(print), Voiceprint.numbers(requireNonNull(speaker.print())));
  }
}
