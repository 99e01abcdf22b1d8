package io.beamscribe.speech.transcript;

import io.beamscribe.speech.recognition.Phrase;
import java.time.Instant;
import java.util.List;

/**
 * The result of one file, from which every format is made.
 *
 * @param source the address of the audio as it was given, without secrets
 * @param timestamp when it was made; the only thing that differs between two runs
 * @param durationMilliseconds of the audio
 * @param channels the channels that were recognised, ascending, also those in which nothing was said
 * @param phrases by channel, then by time
 */
public record Transcript(
    String source,
    Instant timestamp,
    long durationMilliseconds,
    List<Integer> channels,
    List<Phrase> phrases,
    Provenance provenance) {
  public Transcript {
    channels = List.copyOf(channels);
    phrases = List.copyOf(phrases);
  }
}
