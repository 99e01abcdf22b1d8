// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import io.beamscribe.speech.languagemodel.arrays.MappedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An n-gram model in the OpenFst type {@code const}: a state for each context, an arc for each word
 * that may follow it, and an arc without word to the context that is one older word shorter.
 * Contexts are found from the arcs, as the file does not store them. The file is mapped; on the
 * heap are 9 bytes a state and the words. Thread-safe.
 */
final class ConstFst {
  /** The oldest word of the context of a sentence's beginning; no arc has this label. */
  static final int BEGIN = 0;

  /** The oldest word of a context that no arc leads to from a shorter one. */
  private static final int UNKNOWN = -1;

  private static final int STATE_BYTES = 20;
  private static final int ARC_BYTES = 16;

  private final MappedFile in;
  private final long statesAt;
  private final long arcsAt;
  private final int states;
  private final int start;
  private final int root;
  private final int deepest;
  private final long properties;
  private final SymbolTable symbols;
  private final int[] parent;
  private final int[] oldest;
  private final byte[] depth;

  /**
   * Maps a file.
   *
   * @throws UnsupportedFormatException if it is not of this type, or no n-gram model
   */
  static ConstFst open(Path file) throws IOException {
    try {
      return new ConstFst(MappedFile.open(file));
    } catch (RuntimeException e) {
      throw new UnsupportedFormatException("it is broken (" + e.getClass().getSimpleName() + ")");
    }
  }

  private ConstFst(MappedFile in) throws UnsupportedFormatException {
    this.in = in;
    require(in.getInt(0) == NgramFst.MAGIC && string(4).equals("const"), "it is not of type const");
    require(string(13).equals("standard"), "its arcs are not of the standard kind");
    long at = 25;
    require(in.getInt(at) == 2, "it is of another version, or aligned");
    int flags = in.getInt(at + 4);
    properties = in.getLong(at + 8);
    long first = in.getLong(at + 16);
    long count = in.getLong(at + 24);
    long arcs = in.getLong(at + 32);
    at += 40;
    if ((flags & NgramFst.INPUT_SYMBOLS) != 0) {
      at += SymbolTable.read(in, at).rawLength();
    }
    require((flags & NgramFst.OUTPUT_SYMBOLS) != 0, "it has no words");
    symbols = SymbolTable.read(in, at);
    at += symbols.rawLength();
    require(count > 0 && count < Integer.MAX_VALUE, "it has too many states");
    require(first >= 0 && first < count, "its start is no state");
    statesAt = at;
    arcsAt = at + STATE_BYTES * count;
    require(arcs >= 0 && in.size() == arcsAt + ARC_BYTES * arcs, "its size is wrong");
    states = (int) count;
    start = (int) first;
    parent = new int[states];
    oldest = new int[states];
    depth = new byte[states];
    root = parents(arcs);
    deepest = depths();
    contexts();
  }

  /** Reads where each state backs off to; returns the one that does not. */
  private int parents(long arcs) throws UnsupportedFormatException {
    int found = -1;
    long next = 0;
    for (int state = 0; state < states; state++) {
      long begin = firstArc(state);
      long end = begin + arcs(state);
      require(begin == next && end <= arcs, "its arcs do not add up");
      next = end;
      if (begin == end || label(begin) != 0) {
        require(found < 0, "several of its states do not back off");
        found = state;
        parent[state] = -1;
      } else {
        parent[state] = target(begin);
        require(parent[state] >= 0 && parent[state] < states, "an arc leads nowhere");
      }
    }
    require(found >= 0, "all of its states back off");
    return found;
  }

  private int depths() throws UnsupportedFormatException {
    Arrays.fill(depth, (byte) -1);
    depth[root] = 0;
    int most = 0;
    int[] path = new int[Byte.MAX_VALUE];
    for (int state = 0; state < states; state++) {
      int length = 0;
      int each = state;
      while (depth[each] < 0) {
        require(length < path.length, "its contexts do not end");
        path[length++] = each;
        each = parent[each];
      }
      while (length > 0) {
        int below = path[--length];
        depth[below] = (byte) (depth[parent[below]] + 1);
        most = Math.max(most, depth[below]);
      }
    }
    return most;
  }

  /** A context is a shorter one and the word that leads from there to it. */
  private void contexts() throws UnsupportedFormatException {
    Arrays.fill(oldest, UNKNOWN);
    require(start == root || parent[start] == root, "its sentences begin in a longer context");
    if (start != root) {
      oldest[start] = BEGIN;
    }
    for (int level = 0; level <= deepest; level++) {
      for (int state = 0; state < states; state++) {
        if (depth[state] != level) {
          continue;
        }
        long end = firstWord(state) + words(state);
        int before = 0;
        for (long arc = firstWord(state); arc < end; arc++) {
          int label = label(arc);
          int target = target(arc);
          require(label > before, "its arcs are not sorted");
          require(target >= 0 && target < states, "an arc leads nowhere");
          before = label;
          if (depth[target] == level + 1) {
            oldest[target] = level == 0 ? label : oldest[state];
          }
        }
      }
    }
  }

  int states() {
    return states;
  }

  int start() {
    return start;
  }

  /** The context of no words. */
  int root() {
    return root;
  }

  /** The most words of a context. */
  int deepest() {
    return deepest;
  }

  long properties() {
    return properties;
  }

  SymbolTable symbols() {
    return symbols;
  }

  /** The context without its oldest word; -1 for the root. */
  int parent(int state) {
    return parent[state];
  }

  int depth(int state) {
    return depth[state];
  }

  /**
   * The words of a state's context.
   *
   * @param into receives them, the oldest first
   * @return their number; -1 if they are not known
   */
  int context(int state, int[] into) {
    int length = 0;
    for (int each = state; each != root; each = parent[each]) {
      if (oldest[each] == UNKNOWN) {
        return -1;
      }
      into[length++] = oldest[each];
    }
    return length;
  }

  /** The cost of a sentence's end here; infinite if that has to back off. */
  float finalCost(int state) {
    return in.getFloat(statesAt + (long) STATE_BYTES * state);
  }

  /** The cost of backing off. */
  float backoff(int state) {
    return cost(firstArc(state));
  }

  /** The first arc with a word; the others follow, with ascending labels. */
  long firstWord(int state) {
    return firstArc(state) + (state == root ? 0 : 1);
  }

  /** How many arcs with words a state has. */
  int words(int state) {
    return arcs(state) - (state == root ? 0 : 1);
  }

  int label(long arc) {
    return in.getInt(arcsAt + ARC_BYTES * arc);
  }

  float cost(long arc) {
    return in.getFloat(arcsAt + ARC_BYTES * arc + 8);
  }

  int target(long arc) {
    return in.getInt(arcsAt + ARC_BYTES * arc + 12);
  }

  /** The arc of a word; -1 if it has to back off. */
  long arc(int state, int label) {
    long low = firstWord(state);
    long high = low + words(state) - 1;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      int found = label(middle);
      if (found == label) {
        return middle;
      }
      if (found < label) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private long firstArc(int state) {
    return in.getInt(statesAt + (long) STATE_BYTES * state + 4) & 0xFFFFFFFFL;
  }

  private int arcs(int state) {
    return in.getInt(statesAt + (long) STATE_BYTES * state + 8);
  }

  private String string(long at) {
    int length = in.getInt(at);
    return length < 0 || length > 16
        ? ""
        : new String(in.getBytes(at + 4, length), StandardCharsets.US_ASCII);
  }

  private static void require(boolean holds, String otherwise) throws UnsupportedFormatException {
    if (!holds) {
      throw new UnsupportedFormatException(otherwise);
    }
  }
}
