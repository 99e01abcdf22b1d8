// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps times of a stream to times of the file: the recogniser is fed pieces of the file one after
 * another, and counts time from the first sample it is given.
 */
final class StreamClock {
  /** All in samples. */
  private record Piece(long stream, long file, long length) {}

  private final List<Piece> pieces = new ArrayList<>();

  /** Records that the stream continues with samples from a position of the file. */
  void append(long file, int length) {
    Piece last = pieces.isEmpty() ? new Piece(0, file, 0) : pieces.remove(pieces.size() - 1);
    if (last.file + last.length == file) {
      pieces.add(new Piece(last.stream, last.file, last.length + length));
    } else {
      pieces.add(last);
      pieces.add(new Piece(last.stream + last.length, file, length));
    }
  }

  /** Returns a word with times of the file in place of times of the stream. */
  TimedWord inFile(TimedWord word) {
    // A word belongs to the piece in which most of it lies; the joint between pieces is silence.
    Piece piece = pieceAt(word.middle() * SampleRange.RATE);
    return new TimedWord(
        word.text(), inFile(word.start(), piece), inFile(word.end(), piece), word.confidence());
  }

  private Piece pieceAt(double sample) {
    Piece found = pieces.get(0);
    for (Piece piece : pieces) {
      if (piece.stream <= sample) {
        found = piece;
      }
    }
    return found;
  }

  private static double inFile(double seconds, Piece piece) {
    double within = seconds - (double) piece.stream / SampleRange.RATE;
    double length = (double) piece.length / SampleRange.RATE;
    return (double) piece.file / SampleRange.RATE + Math.max(0, Math.min(length, within));
  }
}
