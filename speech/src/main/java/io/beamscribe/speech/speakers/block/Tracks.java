// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the local speakers of neighbouring windows: those who speak in the same frames of both are
 * the same. A track ends when its speaker is silent for as long as windows overlap.
 */
final class Tracks {
  /** Share of the smaller activity that must be shared. */
  private static final double COMMON = .5;

  private final int frames;
  private final List<float[]> sums = new ArrayList<>();
  private final int[] windowsAt;

  Tracks(List<Window> windows) {
    frames = windows.get(windows.size() - 1).end();
    windowsAt = new int[frames];
    int[] before = new int[0];
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      int[] tracks = i == 0 ? none() : continued(windows.get(i - 1), before, window);
      for (int speaker = 0; speaker < Window.SPEAKERS; speaker++) {
        if (tracks[speaker] < 0 && window.speaks(speaker)) {
          tracks[speaker] = sums.size();
          sums.add(new float[frames]);
        }
        if (tracks[speaker] >= 0) {
          float[] sum = sums.get(tracks[speaker]);
          for (int frame = 0; frame < Frames.WINDOW; frame++) {
            sum[window.first + frame] += window.activity(speaker, frame);
          }
        }
      }
      for (int frame = window.first; frame < window.end(); frame++) {
        windowsAt[frame]++;
      }
      before = tracks;
    }
  }

  private static int[] none() {
    int[] none = new int[Window.SPEAKERS];
    Arrays.fill(none, -1);
    return none;
  }

  /** The tracks of the speakers of a window that were there in the one before. */
  private static int[] continued(Window before, int[] tracks, Window now) {
    int shift = now.first - before.first;
    double[][] common = new double[Window.SPEAKERS][Window.SPEAKERS];
    double[][] least = new double[Window.SPEAKERS][Window.SPEAKERS];
    for (int one = 0; one < Window.SPEAKERS; one++) {
      for (int other = 0; other < Window.SPEAKERS; other++) {
        double mutual = 0;
        double first = 0;
        double second = 0;
        boolean both = false;
        boolean here = false;
        for (int frame = 0; frame < Frames.WINDOW - shift; frame++) {
          float a = before.activity(one, frame + shift);
          float b = now.activity(other, frame);
          mutual += Math.min(a, b);
          first += a;
          second += b;
          both |= a >= .5f;
          here |= b >= .5f;
        }
        common[one][other] = both && here && tracks[one] >= 0 ? mutual : 0;
        least[one][other] = Math.min(first, second);
      }
    }
    int[] now3 = none();
    int[] best = Assignment.best(common);
    for (int one = 0; one < Window.SPEAKERS; one++) {
      int other = best[one];
      if (common[one][other] > COMMON * least[one][other]) {
        now3[other] = tracks[one];
      }
    }
    return now3;
  }

  int frames() {
    return frames;
  }

  /** The most active track of a frame; -1 if there is none. */
  int loudest(int frame) {
    int best = -1;
    for (int track = 0; track < sums.size(); track++) {
      if (best < 0 || sums.get(track)[frame] > sums.get(best)[frame]) {
        best = track;
      }
    }
    return best;
  }

  /** Mean activity of a track in a frame. */
  float activity(int track, int frame) {
    return track < 0 ? 0 : sums.get(track)[frame] / windowsAt[frame];
  }
}
