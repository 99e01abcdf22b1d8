// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.transcript.OnChannel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Speech in a channel that none of its speakers says. */
public record NobodysSpeech(Kind kind, int channel, long startMilliseconds, long endMilliseconds)
    implements OnChannel {
  /** Samples at 16 kHz. */
  private static final int PER_MILLISECOND = 16;

  /** Why nobody says it. */
  public enum Kind {
    /** It is said in another channel, and heard in this one too. */
    ECHO,
    /** It is a recording that is played again and again. */
    ANNOUNCEMENT
  }

  /**
   * Some chunks of a channel; those that touch are one.
   *
   * @param chunks which, by block
   */
  static List<NobodysSpeech> of(List<BlockVoices> blocks, List<BitSet> chunks, Kind kind) {
    List<NobodysSpeech> all = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      int channel = blocks.get(block).channel();
      for (int index : chunks.get(block).stream().toArray()) {
        SpeechChunk chunk = blocks.get(block).stretches().get(index);
        long start = chunk.start() / PER_MILLISECOND;
        long end = chunk.end() / PER_MILLISECOND;
        NobodysSpeech last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last != null && last.endMilliseconds >= start) {
          start = last.startMilliseconds;
          all.remove(all.size() - 1);
        }
        all.add(new NobodysSpeech(kind, channel, start, end));
      }
    }
    return all;
  }

  /** Blocks without some of their chunks. */
  static List<BlockVoices> without(List<BlockVoices> blocks, List<BitSet> chunks) {
    List<BlockVoices> left = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      BitSet kept = new BitSet();
      kept.set(0, blocks.get(i).stretches().size());
      kept.andNot(chunks.get(i));
      left.add(blocks.get(i).only(kept));
    }
    return left;
  }
}
