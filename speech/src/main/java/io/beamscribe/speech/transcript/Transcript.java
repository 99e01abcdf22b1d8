// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transcript of one file, from which every format is made. Immutable.
 *
 * @param source address of the audio as given, without secrets
 * @param timestamp when it was made, truncated to seconds; the only thing that differs between two
 *     runs
 * @param durationMilliseconds of the audio
 * @param channels the recognised channels, ascending, including those without speech
 * @param phrases by channel, then by time; without words if the transcript was read from a document
 *     without them
 * @param provenance null if the transcript was read from a document of another program
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

  /** The phrases of all channels in order of time. */
  public List<Phrase> phrasesByTime() {
    return phrases.stream()
        .sorted(
            Comparator.comparingLong(Phrase::startMilliseconds).thenComparingInt(Phrase::channel))
        .toList();
  }

  /** The name of the known voice of a speaker, if identified. */
  public Optional<String> voice(int speaker) {
    return provenance == null || provenance.speakers() == null
        ? Optional.empty()
        : provenance.speakers().stream()
            .filter(each -> each.speaker() == speaker && each.hasName())
            .map(IdentifiedSpeaker::voice)
            .findFirst();
  }

  /**
   * The label of a phrase for people, on one line: the speaker if known, by the name of the voice
   * or the number in the file; otherwise the channel if there are several; otherwise empty.
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
