// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.LocalSpeaker;
import io.beamscribe.speech.speakers.block.BlockVoices.Share;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many voices there are, with made prints. */
class VoiceClustersTest {
  private static final long CHUNK = 32_000;
  private final Random random = new Random(1);

  @Test
  void voicesFarFromEachOtherAreSeveral() {
    assertThat(labels(1, 36, List.of(), chunks(0, 1, 2, 0, 1, 2, 0, 1, 2)))
        .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
  }

  @Test
  void numberIsGiven() {
    SpeechChunk[] chunks = chunks(0, 1, 2, 0, 1, 2, 0, 1, 2);
    assertThat(labels(1, 1, List.of(), chunks)).containsOnly(0);
    assertThat(labels(1, 2, List.of(), chunks)).contains(0, 1).doesNotContain(2);
    assertThat(labels(4, 9, List.of(), chunks)).doesNotContain(3);
  }

  @Test
  void oneVoiceIsOne() {
    assertThat(labels(1, 36, List.of(), chunks(0, 0, 0, 0, 0, 0))).containsOnly(0);
  }

  /** Who changes the tone in the middle is one, unless the prints are farther from each other. */
  @Test
  void tonesOfOneVoiceAreOne() {
    assertThat(labels(1, 36, List.of(), tones(2.3))).containsOnly(0);
    assertThat(labels(1, 36, List.of(), tones(3)))
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
  }

  private SpeechChunk[] tones(double apart) {
    Random scatter = new Random(1);
    SpeechChunk[] chunks = new SpeechChunk[12];
    for (int i = 0; i < chunks.length; i++) {
      float[] print = new float[Voiceprint.SIZE];
      for (int j = 0; j < print.length; j++) {
        print[j] = (float) (.1 * scatter.nextGaussian());
      }
      print[0] += 3;
      print[1 + i / 6] += (float) apart;
      chunks[i] = chunk(i, print);
    }
    return chunks;
  }

  /** Voices that hardly differ are two where every window of ten seconds hears two. */
  @Test
  void windowsTellThatTwoSpeak() {
    SpeechChunk[] chunks = alike();
    assertThat(labels(1, 36, List.of(), chunks)).containsOnly(0);
    List<LocalSpeaker> locals = new ArrayList<>();
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      locals.add(
          new LocalSpeaker(chunk / 2 * (2 * CHUNK), List.of(new Share(chunk, 2)), List.of()));
    }
    assertThat(labels(1, 36, locals, chunks)).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
  }

  /** In a conversation of many sentences, and not where it is too short to be sure. */
  @Test
  void whoSaysOneSentenceIsAVoice() {
    SpeechChunk[] chunks = chunks(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 2);
    chunks[14] = shorter(chunks[14], .9);
    assertThat(labels(1, 36, List.of(), chunks))
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 2);
    chunks[14] = shorter(chunks[14], .7);
    assertThat(labels(1, 36, List.of(), chunks)).doesNotContain(2);
  }

  private static SpeechChunk shorter(SpeechChunk chunk, double seconds) {
    return new SpeechChunk(
        chunk.start(), chunk.end(), chunk.track(), seconds, chunk.voice(), chunk.power());
  }

  @Test
  void nobodyAndOneAlone() {
    assertThat(labels(2, 4, List.of())).isEmpty();
    assertThat(labels(2, 4, List.of(), chunks(3))).containsExactly(0);
  }

  private SpeechChunk[] chunks(int... voices) {
    SpeechChunk[] chunks = new SpeechChunk[voices.length];
    for (int i = 0; i < chunks.length; i++) {
      float[] print = noise();
      print[voices[i]] += 1;
      chunks[i] = chunk(i, print);
    }
    return chunks;
  }

  /** Two in turns, whose prints have a cosine of .9. */
  private SpeechChunk[] alike() {
    SpeechChunk[] chunks = new SpeechChunk[8];
    for (int i = 0; i < chunks.length; i++) {
      float[] print = noise();
      print[0] += 3;
      print[1 + i % 2] += 1;
      chunks[i] = chunk(i, print);
    }
    return chunks;
  }

  private float[] noise() {
    float[] noise = new float[Voiceprint.SIZE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (.03 * random.nextGaussian());
    }
    return noise;
  }

  private static SpeechChunk chunk(int number, float[] print) {
    return new SpeechChunk(
        number * CHUNK, (number + 1) * CHUNK, 0, 2, Voiceprint.text(Voiceprint.unit(print)), 1e6);
  }

  private static int[] labels(
      int least, int most, List<LocalSpeaker> locals, SpeechChunk... chunks) {
    List<BlockVoices> blocks = List.of(new BlockVoices(0, List.of(chunks), locals, List.of()));
    ChannelPieces pieces = new ChannelPieces(blocks);
    return new VoiceClusters(pieces, new WindowEvidence(blocks, pieces)).labels(least, most);
  }
}
