// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import io.beamscribe.speech.scoring.conversations.Turn;

/** NIST's rich transcription time marks; lines other than {@code SPEAKER} are left out. */
final class RttmReader {
  private static final int CELLS = 8;

  private RttmReader() {}

  static References read(String content) {
    References.Builder all = new References.Builder();
    String[] lines = content.split("\r?\n|\r", -1);
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].strip().split("\\s+");
      if (!cells[0].equals("SPEAKER")) {
        continue;
      }
      try {
        if (cells.length < CELLS) {
          all.bad(i + 1, "", "The line has too few columns.");
          continue;
        }
        double start = Double.parseDouble(cells[3]);
        double duration = Double.parseDouble(cells[4]);
        if (!(duration >= 0)) {
          all.bad(i + 1, cells[1], "The duration is negative.");
          continue;
        }
        all.turn(cells[1], new Turn(cells[7], start, start + duration));
      } catch (NumberFormatException e) {
        all.bad(i + 1, cells[1], "Start and duration are numbers of seconds.");
      }
    }
    return all.build();
  }
}
