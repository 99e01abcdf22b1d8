// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one file, from which every format is made.
 *
 * @param source the address of the audio as it was given, without secrets
 * @param timestamp when it was made, in whole seconds (the rest is dropped); the only thing that
 *     differs between two runs
 * @param durationMilliseconds of the audio
 * @param channels the channels that were recognised, ascending, also those in which nothing was
 *     said
 * @param phrases by channel, then by time; their words may be missing where the transcript was read
 *     from a document without them
 * @param provenance null where the transcript was read from a document that Beamscribe did not
 *     write
 */
public record Transcript(
    String source,
    Instant timestamp,
    long durationMilliseconds,
    List<Integer> channels,
    List<Phrase> phrases,
    @Nullable Provenance provenance) {
  public Transcript {
    timestamp = timestamp.truncatedTo(ChronoUnit.SECONDS);
    channels = List.copyOf(channels);
    phrases = List.copyOf(phrases);
  }

  /** Whose voice a speaker has, where that is known. */
  public Optional<String> voice(int speaker) {
    return provenance == null || provenance.speakers() == null
        ? Optional.empty()
        : provenance.speakers().stream()
            .filter(each -> each.speaker() == speaker && each.hasName())
            .map(IdentifiedSpeaker::voice)
            .findFirst();
  }

  /**
   * What people call whoever says a phrase, on one line: the speaker where it is known, by the name
   * of the voice or a number of the whole file, else the channel where there are several, else
   * nobody.
   */
  public Optional<String> label(Phrase phrase) {
    if (phrase.speaker() != null) {
      return Optional.of(
          voice(phrase.speaker()).map(Texts::oneLine).orElse("Speaker " + phrase.speaker()));
    }
    // People count from one.
    return channels.size() > 1
        ? Optional.of("Channel " + (phrase.channel() + 1))
        : Optional.empty();
  }
}
