// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.LocalSpeaker;
import io.beamscribe.speech.speakers.block.BlockVoices.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the windows of ten seconds tell of the pieces of a channel: pieces in which the same local
 * speaker is alone are of one voice, those of two local speakers of a window are of two. Immutable.
 */
public final class WindowEvidence {
  /** Seconds that a local speaker is alone to count as heard in its window. */
  private static final double HEARD = .8;

  /** The same to count for pieces. */
  private static final double AUDIBLE = .3;

  /** How many windows judge each moment. */
  private static final double WINDOWS = 5;

  private final List<List<Local>> windows = new ArrayList<>();
  private final List<Map<Integer, Double>> links = new ArrayList<>();

  /** A local speaker: how many seconds it is alone in which pieces, and in all. */
  private record Local(List<Share> pieces, double alone) {}

  public WindowEvidence(List<BlockVoices> blocks, ChannelPieces pieces) {
    for (int i = 0; i < pieces.count(); i++) {
      links.add(new TreeMap<>());
    }
    for (int block = 0; block < blocks.size(); block++) {
      TreeMap<Long, List<Local>> byWindow = new TreeMap<>();
      for (LocalSpeaker local : blocks.get(block).locals()) {
        byWindow
            .computeIfAbsent(local.window(), key -> new ArrayList<>())
            .add(local(local, block, pieces));
      }
      windows.addAll(byWindow.values());
    }
    windows.forEach(this::link);
  }

  private static Local local(LocalSpeaker local, int block, ChannelPieces pieces) {
    List<Share> shares = new ArrayList<>();
    for (Share share : local.alone()) {
      int piece = pieces.number(block, share.index());
      if (piece >= 0) {
        shares.add(new Share(piece, share.amount()));
      }
    }
    return new Local(shares, local.alone().stream().mapToDouble(Share::amount).sum());
  }

  private void link(List<Local> window) {
    for (int i = 0; i < window.size(); i++) {
      for (int j = 0; j < window.size(); j++) {
        if (window.get(i).alone() >= AUDIBLE && window.get(j).alone() >= AUDIBLE) {
          link(window.get(i), window.get(j), i == j ? 1 : -1);
        }
      }
    }
  }

  private void link(Local one, Local other, int sign) {
    for (Share a : one.pieces()) {
      for (Share b : other.pieces()) {
        if (a.index() != b.index()) {
          double amount = Math.min(1, a.amount()) * Math.min(1, b.amount()) / WINDOWS;
          links.get(a.index()).merge(b.index(), sign * amount, Double::sum);
        }
      }
    }
  }

  /**
   * For each other piece how much a window says that it is of the same voice, or below 0 of
   * another.
   */
  Map<Integer, Double> links(int piece) {
    return links.get(piece);
  }

  /** How many windows there are in which anybody speaks. */
  int windows() {
    return windows.size();
  }

  /**
   * The share of windows in which two who are heard have the same label, though they are two.
   *
   * @param labels of pieces
   */
  double contradicting(int[] labels) {
    long against = windows.stream().filter(window -> contradicts(window, labels)).count();
    return windows.isEmpty() ? 0 : (double) against / windows.size();
  }

  private static boolean contradicts(List<Local> window, int[] labels) {
    List<Integer> heard = new ArrayList<>();
    for (Local local : window) {
      if (local.alone() >= HEARD && !local.pieces().isEmpty()) {
        int label = label(local, labels);
        if (heard.contains(label)) {
          return true;
        }
        heard.add(label);
      }
    }
    return false;
  }

  private static int label(Local local, int[] labels) {
    TreeMap<Integer, Double> amounts = new TreeMap<>();
    for (Share share : local.pieces()) {
      amounts.merge(labels[share.index()], share.amount(), Double::sum);
    }
    return amounts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
