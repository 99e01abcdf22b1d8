// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of a stretch that are made of digits, or of letters and digits, and follow each other with
 * nothing between but short pauses and what people say between the groups of a number.
 *
 * @param at index of each in the stretch
 * @param texts its digits, or its letters in capitals and its digits
 */
record DigitRun(List<Integer> at, List<String> texts) {
  /** Words between two groups. */
  private static final int MOST_FILLERS = 3;

  /** A part of a run. */
  record Part(int first, int end, String text) {}

  /** The runs of digits. */
  static List<DigitRun> ofDigits(Stretch stretch) {
    return of(stretch, false);
  }

  /** The runs of letters that are spelled out and digits. */
  static List<DigitRun> ofCodes(Stretch stretch) {
    return of(stretch, true);
  }

  private static List<DigitRun> of(Stretch stretch, boolean letters) {
    List<DigitRun> runs = new ArrayList<>();
    List<Piece> pieces = stretch.pieces();
    DigitRun run = new DigitRun(new ArrayList<>(), new ArrayList<>());
    int fillers = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String text = letters ? piece.code() : piece.digits();
      if (piece.apart() || text.isEmpty() && ++fillers > MOST_FILLERS || stops(piece, text)) {
        run = closed(run, runs);
      }
      if (!text.isEmpty()) {
        fillers = 0;
        run.at.add(i);
        run.texts.add(text);
      }
    }
    closed(run, runs);
    return runs;
  }

  private static boolean stops(Piece piece, String text) {
    return text.isEmpty() && !piece.isFiller();
  }

  private static DigitRun closed(DigitRun run, List<DigitRun> runs) {
    if (run.at.isEmpty()) {
      return run;
    }
    runs.add(run);
    return new DigitRun(new ArrayList<>(), new ArrayList<>());
  }

  /**
   * The parts of a run that begin and end with a piece, by length: the longest first.
   *
   * @param shortest least number of characters
   * @param longest most
   */
  List<Part> parts(int shortest, int longest) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < at.size(); from++) {
      StringBuilder text = new StringBuilder();
      for (int to = from; to < at.size() && text.length() <= longest; to++) {
        text.append(texts.get(to));
        if (text.length() >= shortest && text.length() <= longest) {
          parts.add(new Part(at.get(from), at.get(to) + 1, text.toString()));
        }
      }
    }
    parts.sort((a, b) -> Integer.compare(b.text.length(), a.text.length()));
    return parts;
  }

  /** The whole run. */
  Part whole() {
    return new Part(at.get(0), at.get(at.size() - 1) + 1, String.join("", texts));
  }
}
