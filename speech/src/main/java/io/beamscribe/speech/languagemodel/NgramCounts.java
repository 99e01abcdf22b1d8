// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import io.beamscribe.speech.languagemodel.arrays.LongIntMap;
import java.util.Arrays;

/**
 * How often sequences of words occur in a text, as a trie: node 0 is the empty sequence, and each
 * node is a shorter one and a word. A node's number is larger than that of its prefix and of its
 * suffix. Not thread-safe.
 */
final class NgramCounts {
  private final int order;
  private final LongIntMap nodes = new LongIntMap();
  private int size = 1;
  private int[] prefix = new int[1 << 10];
  private int[] suffix = new int[1 << 10];
  private int[] word = new int[1 << 10];
  private double[] count = new double[1 << 10];
  private byte[] length = new byte[1 << 10];

  /**
   * @param order the longest sequence that is counted
   */
  NgramCounts(int order) {
    this.order = order;
    prefix[0] = -1;
    suffix[0] = -1;
  }

  int order() {
    return order;
  }

  int size() {
    return size;
  }

  /**
   * Counts the sequences of a part of a text.
   *
   * @param times how often it is said; less than once if it is one of several that may be said
   * @param words labels; the first may be {@link ConstFst#BEGIN}, which is context only
   */
  void add(double times, int... words) {
    int[] ending = new int[order + 1];
    int[] before = new int[order + 1];
    int longest = 0;
    for (int at = 0; at < words.length; at++) {
      int[] swap = before;
      before = ending;
      ending = swap;
      longest = Math.min(longest + 1, order);
      for (int n = 1; n <= longest; n++) {
        int shorter = n == 1 ? 0 : ending[n - 1];
        ending[n] = node(n == 1 ? 0 : before[n - 1], words[at], shorter, n);
        count[ending[n]] += times;
      }
    }
  }

  private int node(int from, int label, int shorter, int n) {
    int found = child(from, label);
    if (found >= 0) {
      return found;
    }
    if (size == prefix.length) {
      int more = 2 * size;
      prefix = Arrays.copyOf(prefix, more);
      suffix = Arrays.copyOf(suffix, more);
      word = Arrays.copyOf(word, more);
      count = Arrays.copyOf(count, more);
      length = Arrays.copyOf(length, more);
    }
    nodes.put((long) from << 32 | label, size);
    prefix[size] = from;
    suffix[size] = shorter;
    word[size] = label;
    length[size] = (byte) n;
    return size++;
  }

  /** The sequence with one more word; -1 if it does not occur. */
  int child(int node, int label) {
    return nodes.get((long) node << 32 | label);
  }

  /** The node of some words; -1 if they do not occur. */
  int node(int[] words, int from, int to) {
    int node = 0;
    for (int i = from; i < to && node >= 0; i++) {
      node = child(node, words[i]);
    }
    return node;
  }

  int prefix(int node) {
    return prefix[node];
  }

  /** The sequence without its first word. */
  int suffix(int node) {
    return suffix[node];
  }

  /** The last word. */
  int word(int node) {
    return word[node];
  }

  double count(int node) {
    return count[node];
  }

  int length(int node) {
    return length[node];
  }

  /** Whether a sequence begins where a sentence does. */
  boolean begins(int node) {
    int each = node;
    while (prefix[each] > 0) {
      each = prefix[each];
    }
    return each > 0 && word[each] == ConstFst.BEGIN;
  }

  /** Writes the words of a sequence; returns their number. */
  int words(int node, int[] into) {
    int at = length[node];
    for (int each = node; each > 0; each = prefix[each]) {
      into[--at] = word[each];
    }
    return length[node];
  }
}
