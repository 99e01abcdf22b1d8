package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import java.io.Serializable;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A voice that has a name: the middle of what was heard of it, and nothing else of its audio.
 *
 * @param name of the person, or of whatever stands for the person
 * @param model digest of the model that heard it: voices of different models cannot be compared
 * @param seconds in which it was heard
 * @param print as little-endian floats in Base64
 */
public record KnownVoice(String name, String model, double seconds, String print)
    implements Serializable {
  /** Seconds of speech without which no voice can be known. */
  public static final double LEAST_SECONDS = 3;

  /** Also the name of a file, on every system. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._'@-]{0,39}(?<![ .])");

  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  /**
   * Whether a name can be given: up to forty letters, digits and a few signs, so that it can be the
   * name of a file; not digits alone, which are speakers that nobody knows.
   */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches()
        && !NUMBER.matcher(name).matches()
        && !name.toLowerCase(Locale.ROOT).equals(IdentifiedSpeaker.UNKNOWN);
  }

  /**
   * The voice in what was heard of one person, in several files.
   *
   * @param heard not empty, each with a print
   */
  public static KnownVoice of(String name, String model, List<SpeakerVoice> heard) {
    Cluster all =
        heard.stream()
            .map(voice -> Cluster.of(Voiceprint.floats(voice.print()), voice.seconds()))
            .reduce(Cluster::with)
            .orElseThrow();
    return new KnownVoice(name, model, all.seconds(), Voiceprint.text(all.centroid()));
  }

  /** Whether it is the voice of a model, and not the half of a file. */
  public boolean wasHeard() {
    try {
      return print != null && Voiceprint.floats(print).length == Voiceprint.SIZE;
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return false;
    }
  }

  /** The cosine to what was heard of a speaker. */
  public double similarity(SpeakerVoice speaker) {
    float[] own = Voiceprint.floats(print);
    float[] other = Voiceprint.floats(speaker.print());
    double cosine = 0;
    for (int i = 0; i < own.length; i++) {
      cosine += (double) own[i] * other[i];
    }
    return cosine;
  }
}
