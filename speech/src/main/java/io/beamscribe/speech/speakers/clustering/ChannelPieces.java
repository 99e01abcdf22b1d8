// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.ArrayList;
import java.util.List;

/** The chunks of a channel that are long enough to be told apart by their voices. Immutable. */
public final class ChannelPieces {
  /** Seconds from which a chunk is told apart by its own voice. */
  static final double LONG = .5;

  private final List<Piece> pieces = new ArrayList<>();

  /** For each block the piece that each chunk is; -1 for short ones. */
  private final List<int[]> numbers = new ArrayList<>();

  /** A chunk with a voice, of unit length. */
  record Piece(long start, double[] print, double seconds) {}

  /**
   * @param blocks of one channel in order of time
   */
  public ChannelPieces(List<BlockVoices> blocks) {
    boolean anyLong =
        blocks.stream()
            .flatMap(block -> block.stretches().stream())
            .anyMatch(chunk -> is(chunk, LONG));
    double least = anyLong ? LONG : 0;
    for (BlockVoices block : blocks) {
      numbers.add(block.stretches().stream().mapToInt(chunk -> add(chunk, least)).toArray());
    }
  }

  private static boolean is(SpeechChunk chunk, double least) {
    return chunk.voice() != null && chunk.seconds() > 0 && chunk.seconds() >= least;
  }

  private int add(SpeechChunk chunk, double least) {
    if (!is(chunk, least)) {
      return -1;
    }
    pieces.add(new Piece(chunk.start(), Voiceprint.numbers(chunk.voice()), chunk.seconds()));
    return pieces.size() - 1;
  }

  int count() {
    return pieces.size();
  }

  Piece piece(int number) {
    return pieces.get(number);
  }

  List<Piece> all() {
    return pieces;
  }

  /** The number of the piece that a chunk is; -1 if it is too short. */
  public int number(int block, int chunk) {
    return numbers.get(block)[chunk];
  }

  double[] seconds() {
    return pieces.stream().mapToDouble(Piece::seconds).toArray();
  }

  /** The mean of all prints, weighted by seconds. */
  double[] mean() {
    double[] mean = new double[Voiceprint.SIZE];
    double total = 0;
    for (Piece piece : pieces) {
      total += piece.seconds();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += piece.print()[i] * piece.seconds();
      }
    }
    for (int i = 0; i < mean.length && total > 0; i++) {
      mean[i] /= total;
    }
    return mean;
  }
}
