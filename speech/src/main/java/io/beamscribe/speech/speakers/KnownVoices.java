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
 * Voices by which speakers are known again in any file. Immutable, for any number of threads: what
 * is heard of a file changes nothing in it.
 */
public record KnownVoices(List<KnownVoice> voices) implements Serializable {
  /**
   * Cosine from which a speaker has a known voice. Measured by benchmarks/voices.py, see
   * docs/voices.md.
   */
  public static final double SAME = .55;

  /** By name, so that their order is that of no folder. */
  public KnownVoices {
    voices = voices.stream().sorted(Comparator.comparing(KnownVoice::name)).toList();
  }

  /** How alike a speaker and a voice are. */
  private record Pair(SpeakerVoice speaker, KnownVoice voice, double similarity) {}

  /** A voice that was heard by another model than that, and can be compared with nothing of it. */
  public Optional<KnownVoice> ofOtherModel(String model) {
    return voices.stream().filter(voice -> !voice.model().equals(model)).findFirst();
  }

  /**
   * Says of each speaker whose voice it has. In a channel a voice is at most one speaker's, the
   * most similar one's.
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
