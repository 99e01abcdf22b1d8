// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the speech of a block into pieces of one voice each: where the local speaker changes, where
 * speech that the detectors hardly hear begins and ends, because somebody else may be speaking more
 * quietly, and at the deepest pauses, so that no piece is long.
 */
final class Pieces {
  /** A track is active in a frame from this probability. */
  private static final float ACTIVE = .3f;

  private static final double LONGEST_SECONDS = 3.2;
  private static final double LEAST_SECONDS = 1;

  /** How much deeper a pause at the end of what is cut must be than one in the middle. */
  private static final double ASIDE = 4;

  /** Seconds of faint speech that may be somebody's. */
  private static final double FAINT_SECONDS = .5;

  /** Frames on each side over which the depth of a pause is taken. */
  private static final int AROUND = 5;

  private final Tracks tracks;
  private final SpeechMask mask;
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces(Tracks tracks, SpeechMask mask) {
    this.tracks = tracks;
    this.mask = mask;
  }

  /** The pieces of a block, in order of time. */
  static List<Piece> of(Tracks tracks, SpeechMask mask) {
    Pieces pieces = new Pieces(tracks, mask);
    pieces.cut();
    return pieces.pieces;
  }

  private void cut() {
    int[] loudest = new int[tracks.frames()];
    List<Integer> active = new ArrayList<>();
    for (int frame = 0; frame < loudest.length; frame++) {
      loudest[frame] = tracks.loudest(frame);
    }
    for (Run run : mask.runs()) {
      for (int frame = run.from(); frame < run.to(); frame++) {
        if (tracks.activity(loudest[frame], frame) > ACTIVE) {
          active.add(frame);
        }
      }
    }
    if (active.isEmpty()) {
      return;
    }
    boolean[] cuts = mask.edgesOfFaint((int) (FAINT_SECONDS / Frames.SECONDS));
    Nearest nearest = new Nearest(active);
    for (Run run : mask.runs()) {
      int from = run.from();
      int track = loudest[nearest.to(from, run)];
      for (int frame = from + 1; frame <= run.to(); frame++) {
        int next = frame < run.to() ? loudest[nearest.to(frame, run)] : -1;
        if (next != track || cuts[frame]) {
          divide(new Piece(track, from, frame));
          from = frame;
          track = next;
        }
      }
    }
  }

  private void divide(Piece piece) {
    int frames = piece.to() - piece.from();
    if (frames * Frames.SECONDS <= LONGEST_SECONDS) {
      pieces.add(piece);
      return;
    }
    int least = (int) (LEAST_SECONDS / Frames.SECONDS);
    int best = piece.from() + least;
    for (int frame = best + 1; frame <= piece.to() - least; frame++) {
      best = height(frame, piece) < height(best, piece) ? frame : best;
    }
    divide(new Piece(piece.track(), piece.from(), best));
    divide(new Piece(piece.track(), best, piece.to()));
  }

  /** How bad it would be to cut at a frame. */
  private double height(int frame, Piece piece) {
    double aside = 2.0 * (frame - piece.from()) / (piece.to() - piece.from()) - 1;
    return mask.odds(frame - AROUND, frame + AROUND + 1) + ASIDE * aside * aside;
  }
}
