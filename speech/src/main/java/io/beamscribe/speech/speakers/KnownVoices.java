// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
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
  /** Confidence from which a speaker is named. Measured by benchmarks/voices.py. */
  public static final double NAMED = .9;

  /** Sorted by name, so that the order does not depend on the file system. */
  public KnownVoices {
    voices = voices.stream().sorted(Comparator.comparing(KnownVoice::name)).toList();
  }

  /** How certain it is that a speaker is a voice. */
  private record Pair(SpeakerVoice speaker, KnownVoice voice, double confidence) {
    IdentifiedSpeaker as(String name) {
      return new IdentifiedSpeaker(
          speaker.speaker(), speaker.channel(), name, confidence, voice.similarity(speaker));
    }
  }

  /** A voice of another model, which cannot be compared. */
  public Optional<KnownVoice> ofOtherModel(String model) {
    return voices.stream().filter(voice -> !voice.model().equals(model)).findFirst();
  }

  /**
   * Identifies each speaker. Within a channel a voice is assigned to at most one speaker, the most
   * certain one.
   */
  public List<IdentifiedSpeaker> identify(List<SpeakerVoice> speakers) {
    List<Pair> pairs = pairs(speakers);
    List<IdentifiedSpeaker> identified = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    Set<List<Object>> taken = new HashSet<>();
    for (Pair pair : pairs) {
      SpeakerVoice speaker = pair.speaker();
      if (pair.confidence() >= NAMED
          && !done.contains(speaker.speaker())
          && taken.add(List.of(speaker.channel(), pair.voice().name()))) {
        done.add(speaker.speaker());
        identified.add(pair.as(pair.voice().name()));
      }
    }
    for (SpeakerVoice speaker : speakers) {
      if (done.add(speaker.speaker())) {
        identified.add(
            pairs.stream()
                .filter(pair -> pair.speaker().equals(speaker))
                .findFirst()
                .map(pair -> pair.as(IdentifiedSpeaker.UNKNOWN))
                .orElse(
                    new IdentifiedSpeaker(
                        speaker.speaker(), speaker.channel(), IdentifiedSpeaker.UNKNOWN, 0, 0)));
      }
    }
    identified.sort(Comparator.comparingInt(IdentifiedSpeaker::speaker));
    return identified;
  }

  /** Every speaker with every voice, the most certain first. */
  private List<Pair> pairs(List<SpeakerVoice> speakers) {
    List<VoiceOdds> known = voices.stream().map(KnownVoice::odds).toList();
    List<Pair> pairs = new ArrayList<>();
    for (SpeakerVoice speaker : speakers) {
      if (speaker.print() != null) {
        VoiceOdds own = new VoiceOdds(Voiceprint.numbers(speaker.print()));
        double[] confidences = confidences(known.stream().mapToDouble(own::sameAs).toArray());
        for (int i = 0; i < confidences.length; i++) {
          pairs.add(new Pair(speaker, voices.get(i), confidences[i]));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::confidence).reversed());
    return pairs;
  }

  /**
   * Probabilities of each voice, where it is as likely beforehand that the speaker is a stranger as
   * that he is any of them: the more voices, the more it takes to be one of them.
   */
  private static double[] confidences(double[] logOdds) {
    double most = Math.max(0, Arrays.stream(logOdds).max().orElse(0));
    double[] weights =
        Arrays.stream(logOdds).map(odds -> Math.exp(odds - most) / logOdds.length).toArray();
    double all = Math.exp(-most) + Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / all).toArray();
  }
}
