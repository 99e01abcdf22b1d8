// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import io.beamscribe.speech.speakers.block.BlockVoices.LocalSpeaker;
import io.beamscribe.speech.speakers.block.BlockVoices.Overlap;
import io.beamscribe.speech.speakers.block.BlockVoices.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects overlapping speech in a block, and which of the local speakers it may be. */
final class Overlaps {
  private final List<Window> windows;
  private final long offset;
  private final List<Overlap> overlaps = new ArrayList<>();

  /** Index of local speakers by their window and number. */
  private final Map<List<Integer>, Integer> locals = new LinkedHashMap<>();

  /**
   * @param offset of the block in its file, in samples
   */
  Overlaps(List<Window> windows, long offset) {
    this.windows = windows;
    this.offset = offset;
    for (int number = 0; number < windows.size(); number++) {
      for (int speaker = 0; speaker < Window.SPEAKERS; speaker++) {
        if (windows.get(number).speaks(speaker)) {
          index(number, speaker);
        }
      }
    }
  }

  /** Adds frames of a chunk in which two speak. */
  void add(int stretch, int from, int to) {
    List<Share> speakers = new ArrayList<>();
    for (int number = 0; number < windows.size(); number++) {
      Window window = windows.get(number);
      if (window.first >= to || window.end() <= from) {
        continue;
      }
      for (int speaker = 0; speaker < Window.SPEAKERS; speaker++) {
        if (window.speaks(speaker)) {
          int index = index(number, speaker);
          double amount = amount(window, speaker, from, to);
          if (amount > 0) {
            speakers.add(new Share(index, amount));
          }
        }
      }
    }
    overlaps.add(
        new Overlap(offset + Frames.start(from), offset + Frames.start(to), stretch, speakers));
  }

  private int index(int window, int speaker) {
    return locals.computeIfAbsent(List.of(window, speaker), key -> locals.size());
  }

  private static double amount(Window window, int speaker, int from, int to) {
    double amount = 0;
    int end = Math.min(to, window.end()) - window.first;
    for (int frame = Math.max(from, window.first) - window.first; frame < end; frame++) {
      amount += window.activity(speaker, frame) * window.overlap(frame);
    }
    return amount;
  }

  List<Overlap> all() {
    return overlaps;
  }

  /** All speakers of the windows added. */
  List<LocalSpeaker> locals(List<Piece> pieces) {
    List<LocalSpeaker> all = new ArrayList<>();
    locals.forEach(
        (key, index) -> {
          Window window = windows.get(key.get(0));
          all.add(
              new LocalSpeaker(
                  offset + (long) window.first * Frames.HOP,
                  alone(window, key.get(1), pieces),
                  with(key.get(0), key.get(1))));
        });
    return all;
  }

  private static List<Share> alone(Window window, int speaker, List<Piece> pieces) {
    List<Share> alone = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int end = Math.min(piece.to(), window.end());
      int frames = 0;
      for (int frame = Math.max(piece.from(), window.first); frame < end; frame++) {
        frames += window.alone(speaker, frame - window.first) ? 1 : 0;
      }
      if (frames > 0) {
        alone.add(new Share(i, frames * Frames.SECONDS));
      }
    }
    return alone;
  }

  private List<Integer> with(int window, int speaker) {
    List<Integer> with = new ArrayList<>();
    for (int other = 0; other < Window.SPEAKERS; other++) {
      Integer index = locals.get(List.of(window, other));
      if (other != speaker && index != null && windows.get(window).together(speaker, other)) {
        with.add(index);
      }
    }
    return with;
  }
}
