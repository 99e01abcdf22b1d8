// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.speakers.block.BlockVoices;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Determines who speaks when in a whole file from the voices of its blocks. Each channel has its
 * own speakers; bounds on their number apply to all channels together. Thread-safe; a pure function
 * of its arguments.
 */
public final class Diarizer {
  private final SpeakerOptions options;

  public Diarizer(SpeakerOptions options) {
    this.options = options;
  }

  /**
   * Detects the speakers of all channels.
   *
   * @param blocks of one channel in order of time; channels in any order
   */
  public FileSpeakers diarize(List<BlockVoices> blocks) {
    TreeMap<Integer, List<BlockVoices>> channels = new TreeMap<>();
    blocks.forEach(
        block -> channels.computeIfAbsent(block.channel(), key -> new ArrayList<>()).add(block));
    List<Turn> turns = new ArrayList<>();
    List<SpeakerVoice> voices = new ArrayList<>();
    List<ChannelSpeakers> all = new ArrayList<>();
    List<NobodysSpeech> nobodys = new ArrayList<>();
    Leakage leakage = new Leakage(blocks);
    for (List<BlockVoices> channel : channels.values()) {
      List<BitSet> leaking = leakage.leaking(channel);
      nobodys.addAll(NobodysSpeech.of(channel, leaking, NobodysSpeech.Kind.ECHO));
      List<BlockVoices> own = NobodysSpeech.without(channel, leaking);
      if (own.stream().allMatch(block -> block.stretches().isEmpty())) {
        continue; // nobody speaks here
      }
      Announcements announcements = new Announcements(own, options.most());
      nobodys.addAll(
          NobodysSpeech.of(own, announcements.chunks(), NobodysSpeech.Kind.ANNOUNCEMENT));
      all.add(announcements.others());
    }
    new FileCount(options).adjust(all);
    int before = 0;
    for (ChannelSpeakers found : all) {
      for (Turn turn : found.turns()) {
        turns.add(new Turn(before + turn.speaker(), turn.channel(), turn.start(), turn.end()));
      }
      for (SpeakerVoice voice : found.voices()) {
        voices.add(
            new SpeakerVoice(
                before + voice.speaker(), voice.channel(), voice.seconds(), voice.print()));
      }
      before += found.count();
    }
    Map<Integer, Integer> numbers = Turn.numbers(turns);
    return new FileSpeakers(
        Turn.numbered(turns, numbers),
        voices.stream()
            .filter(voice -> numbers.containsKey(voice.speaker()))
            .map(
                voice ->
                    new SpeakerVoice(
                        requireNonNull(numbers.get(voice.speaker())),
                        voice.channel(),
                        voice.seconds(),
                        voice.print()))
            .sorted(Comparator.comparingInt(SpeakerVoice::speaker))
            .toList(),
        nobodys,
        Math.max(0, options.minSpeakers() - numbers.size()));
  }
}
