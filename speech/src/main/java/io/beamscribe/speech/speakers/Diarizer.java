package io.beamscribe.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells who spoke when in a whole file, of what was heard in its blocks. Each channel has speakers
 * of its own. For any number of threads; depends on its arguments only.
 */
public final class Diarizer {
  private final SpeakerOptions options;

  public Diarizer(SpeakerOptions options) {
    this.options = options;
  }

  /**
   * The turns of all channels.
   *
   * @param blocks of one channel in order of time; channels in any order
   * @return by start, then by speaker; none where nobody spoke
   */
  public List<SpeakerTurn> turns(List<BlockVoices> blocks) {
    TreeMap<Integer, List<BlockVoices>> channels = new TreeMap<>();
    blocks.forEach(
        block -> channels.computeIfAbsent(block.channel(), key -> new ArrayList<>()).add(block));
    List<Turn> turns = new ArrayList<>();
    int before = 0;
    for (List<BlockVoices> channel : channels.values()) {
      ChannelSpeakers found = new ChannelSpeakers(channel, options);
      for (Turn turn : found.turns()) {
        turns.add(new Turn(before + turn.speaker(), turn.channel(), turn.start(), turn.end()));
      }
      before += found.count();
    }
    return Turn.numbered(turns);
  }
}
