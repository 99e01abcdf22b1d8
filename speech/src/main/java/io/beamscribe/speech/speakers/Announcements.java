// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Tells announcements that are played again and again ({@link Repeats}) from what people say. Only
 * where people speak too: where most is repeated, the recording itself is.
 */
final class Announcements {
  /** Share of a voice that is repeated from which all of it is announced. */
  private static final double MOSTLY = .35;

  /** Share of a voice up to which it is that of somebody who is there. */
  private static final double HARDLY = .3;

  /** Share of the speech of a channel that people have to say. */
  private static final double PEOPLE = .25;

  private final List<BlockVoices> blocks;
  private final List<BitSet> chunks;
  private final ChannelSpeakers others;

  /**
   * @param blocks of one channel
   * @param options bounds on the number of speakers
   */
  Announcements(List<BlockVoices> blocks, SpeakerOptions options) {
    this.blocks = blocks;
    ChannelSpeakers all = new ChannelSpeakers(blocks, options);
    List<BitSet> repeated = Repeats.of(blocks);
    if (repeated.stream().allMatch(BitSet::isEmpty)) {
      chunks = repeated;
      others = all;
      return;
    }
    chunks = announced(repeated, all.labels());
    others =
        chunks.stream().allMatch(BitSet::isEmpty)
            ? all
            : new ChannelSpeakers(NobodysSpeech.without(blocks, chunks), options);
  }

  /** Which chunks are announcements, by block. */
  List<BitSet> chunks() {
    return chunks;
  }

  /** The speakers of the channel without them. */
  ChannelSpeakers others() {
    return others;
  }

  private List<BitSet> announced(List<BitSet> repeated, List<int[]> labels) {
    int voices = labels.stream().flatMapToInt(Arrays::stream).max().orElse(0) + 1;
    double[] all = new double[voices];
    double[] again = new double[voices];
    for (int block = 0; block < blocks.size(); block++) {
      List<SpeechChunk> stretches = blocks.get(block).stretches();
      for (int i = 0; i < stretches.size(); i++) {
        double length = stretches.get(i).end() - stretches.get(i).start();
        int voice = labels.get(block)[i];
        all[voice] += length;
        again[voice] += repeated.get(block).get(i) ? length : 0;
      }
    }
    double people = 0;
    for (int voice = 0; voice < voices; voice++) {
      people += again[voice] < HARDLY * all[voice] ? all[voice] : 0;
    }
    if (people < PEOPLE * Arrays.stream(all).sum()) {
      return repeated.stream().map(block -> new BitSet()).toList();
    }
    for (int block = 0; block < repeated.size(); block++) {
      for (int i = 0; i < labels.get(block).length; i++) {
        int voice = labels.get(block)[i];
        if (again[voice] >= MOSTLY * all[voice] && all[voice] > 0) {
          repeated.get(block).set(i);
        }
      }
    }
    return repeated;
  }
}
