// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Enrolled voices by which speakers are identified in any file. Immutable: identification does not
 * change them.
 */
public record KnownVoices(List<KnownVoice> voices) implements Serializable {
  /**
   * Cosine from which a speaker is identified. Measured by benchmarks/voices.py, see
   * docs/voices.md.
   */
  public static final double SAME = .55;

  /** Sorted by name, so that the order does not depend on the file system. */
  public KnownVoices {
    voices = voices.stream().sorted(Comparator.comparing(KnownVoice::name)).toList();
  }

  /** The similarity of a speaker and a voice. */
  private record Pair(SpeakerVoice speaker, KnownVoice voice, double similarity) {}

  /** A voice of another model, which cannot be compared. */
  public Optional<KnownVoice> ofOtherModel(String model) {
    return voices.stream().filter(voice -> !voice.model().equals(model)).findFirst();
  }

  /**
   * Identifies each speaker. Within a channel a voice is assigned to at most one speaker, the most
   * similar one.
   */
  public List<IdentifiedSpeaker> identify(List<SpeakerVoice> speakers) {
    List<Pair> pairs = new ArrayList<>();
    for (SpeakerVoice speaker : speakers) {
      if (speaker.print() != null) {
        voices.forEach(voice -> pairs.add(new Pair(speaker, voice, voice.similarity(speaker))));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::similarity).reversed());
    List<IdentifiedSpeaker> identified = new ArrayList<>();
    Set<List<Object>> taken = new HashSet<>();
    for (Pair pair : pairs) {
      SpeakerVoice speaker = pair.speaker();
      boolean free =
          pair.similarity() >= SAME
              && identified.stream().noneMatch(each -> each.speaker() == speaker.speaker());
      if (free && taken.add(List.of(speaker.channel(), pair.voice().name()))) {
        identified.add(
            new IdentifiedSpeaker(
                speaker.speaker(), speaker.channel(), pair.voice().name(), pair.similarity()));
      }
    }
    for (SpeakerVoice speaker : speakers) {
      if (identified.stream().noneMatch(each -> each.speaker() == speaker.speaker())) {
        double nearest =
            pairs.stream()
                .filter(pair -> pair.speaker().equals(speaker))
                .mapToDouble(Pair::similarity)
                .max()
                .orElse(0);
        identified.add(
            new IdentifiedSpeaker(
                speaker.speaker(), speaker.channel(), IdentifiedSpeaker.UNKNOWN, nearest));
      }
    }
    identified.sort(Comparator.comparingInt(IdentifiedSpeaker::speaker));
    return identified;
  }
}
