// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import io.beamscribe.speech.languagemodel.arrays.BitArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A language model in the OpenFst type {@code ngram}: a trie of contexts, most recent word first,
 * in a few parallel arrays (layout: {@code fst/extensions/ngram/ngram-fst.h} of OpenFst, version
 * 4).
 *
 * <p>State 0 is the unigram context. States are numbered breadth first, so the children of a state,
 * the contexts one older word longer, are consecutive. Each state has words that may follow
 * (futures) and their costs, the cost of backing off to its parent, and maybe a final cost. All
 * costs are negative natural logarithms of probabilities. The file is mapped, not loaded: on the
 * heap are 12 bytes a state.
 */
public final class NgramFst {
  static final int MAGIC = 0x7eb2fdd6;
  static final int SYMBOLS_MAGIC = 0x7eb2fb74;
  static final int INPUT_SYMBOLS = 1;
  static final int OUTPUT_SYMBOLS = 2;
  private static final int VERSION = 4;

  final int flags;
  final long properties;
  final long start;
  final ByteBuffer inputSymbols;
  final ByteBuffer outputSymbols;
  private final int states;
  private final int futures;
  private final int[] firstChild;
  private final int[] firstFuture;
  private final int[] parent;
  private final ByteBuffer contextWords;
  private final ByteBuffer futureWords;
  private final ByteBuffer backoffs;
  private final ByteBuffer finals;
  private final ByteBuffer futureCosts;
  private final BitArray finalBits;

  /** Whether the file is of this type; reads its first bytes only. */
  public static boolean isNgram(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
      while (head.hasRemaining() && channel.read(head) >= 0) {}
      head.flip();
      return head.remaining() == 13 && head.getInt() == MAGIC && string(head).equals("ngram");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Maps a file.
   *
   * @throws UnsupportedFormatException if it is not of this type, or not as described above
   */
  public static NgramFst open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new UnsupportedFormatException("it is larger than 2 GB");
      }
      return new NgramFst(
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN));
    } catch (RuntimeException e) {
      throw new UnsupportedFormatException("it is broken (" + e.getClass().getSimpleName() + ")");
    }
  }

  private NgramFst(ByteBuffer in) throws UnsupportedFormatException {
    require(in.getInt() == MAGIC && string(in).equals("ngram"), "it is not of type ngram");
    require(string(in).equals("standard"), "its arcs are not of the standard kind");
    require(in.getInt() == VERSION, "it is of another version");
    flags = in.getInt();
    require((flags & ~(INPUT_SYMBOLS | OUTPUT_SYMBOLS)) == 0, "it is aligned");
    properties = in.getLong();
    start = in.getLong();
    in.getLong(); // number of states: repeated below
    in.getLong(); // number of arcs: always 0 in this type
    inputSymbols = (flags & INPUT_SYMBOLS) == 0 ? ByteBuffer.allocate(0) : symbols(in);
    outputSymbols = (flags & OUTPUT_SYMBOLS) == 0 ? ByteBuffer.allocate(0) : symbols(in);

    int body = in.position();
    states = count(in);
    futures = count(in);
    int finalStates = count(in);
    require(states > 0 && start >= 0 && start < states, "its start is no state");
    BitArray contextBits = BitArray.read(in, 2L * states + 1);
    BitArray futureBits = BitArray.read(in, (long) futures + states + 1);
    finalBits = BitArray.read(in, states);
    contextWords = take(in, states + 1L);
    futureWords = take(in, futures);
    in.position(body + (in.position() - body + 3) / 4 * 4);
    backoffs = take(in, states + 1L);
    finals = take(in, finalStates);
    futureCosts = take(in, futures + 1L);
    require(!in.hasRemaining(), "there is more at its end");
    require(finalBits.ones() == finalStates, "its final states do not add up");

    require(contextBits.get(0) && !contextBits.get(1), "its root is not where it should be");
    firstChild = unary(contextBits, 2, states, 1);
    require(firstChild[states] == states, "its contexts do not add up");
    require(!futureBits.get(0), "its arcs are not where they should be");
    firstFuture = unary(futureBits, 1, states, 0);
    require(firstFuture[states] == futures, "its arcs do not add up");
    parent = new int[states];
    parent[0] = -1;
    for (int state = 0; state < states; state++) {
      // older states only: so walking up always ends, and the root is reached
      require(state == 0 || firstChild[state] > state, "its contexts are out of order");
      for (int child = firstChild[state]; child < firstChild[state + 1]; child++) {
        parent[child] = state;
        require(
            child == firstChild[state] || word(child - 1) < word(child),
            "its contexts are not sorted");
      }
      for (int arc = firstFuture[state] + 1; arc < firstFuture[state + 1]; arc++) {
        require(label(arc - 1) < label(arc), "its arcs are not sorted");
      }
    }
  }

  int states() {
    return states;
  }

  /** Number of futures of all contexts together. */
  int futures() {
    return futures;
  }

  /** The context without its oldest word; -1 for state 0. */
  int parent(int state) {
    return parent[state];
  }

  /** The oldest word of a context. */
  int word(int state) {
    return contextWords.getInt(4 * state);
  }

  int firstChild(int state) {
    return firstChild[state];
  }

  /** The context that is longer by one older word; -1 if there is none. */
  int child(int state, int word) {
    int low = firstChild[state];
    int high = firstChild[state + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = word(middle);
      if (found == word) {
        return middle;
      }
      if (found < word) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The futures of a state are those from here to before the first of the next state. */
  int firstFuture(int state) {
    return firstFuture[state];
  }

  int label(int future) {
    return futureWords.getInt(4 * future);
  }

  float cost(int future) {
    return futureCosts.getFloat(4 * future);
  }

  float backoff(int state) {
    return backoffs.getFloat(4 * state);
  }

  /** The costs of final states, in order; {@link #isFinal} says which states these are. */
  float finalCost(int ordinal) {
    return finals.getFloat(4 * ordinal);
  }

  boolean isFinal(int state) {
    return finalBits.get(state);
  }

  private static ByteBuffer take(ByteBuffer in, long words) {
    ByteBuffer slice =
        in.slice(in.position(), Math.toIntExact(4 * words)).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + slice.capacity());
    return slice;
  }

  private static int count(ByteBuffer in) throws UnsupportedFormatException {
    long count = in.getLong();
    require(count >= 0 && count <= in.capacity(), "its counts are wrong");
    return (int) count;
  }

  /** The bytes of a symbol table, as they are: a key may have several names. */
  private static ByteBuffer symbols(ByteBuffer in) throws UnsupportedFormatException {
    int begin = in.position();
    require(in.getInt() == SYMBOLS_MAGIC, "its symbol table is unknown");
    skipString(in);
    in.getLong(); // next free key
    long size = in.getLong();
    require(size >= 0 && size <= in.remaining() / 12, "its symbol table is broken");
    for (long i = 0; i < size; i++) {
      skipString(in);
      in.getLong();
    }
    return in.slice(begin, in.position() - begin);
  }

  private static void skipString(ByteBuffer in) {
    int length = in.getInt();
    in.position(Math.addExact(in.position(), length));
  }

  private static String string(ByteBuffer in) {
    byte[] bytes = new byte[Math.min(in.getInt(), in.remaining())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int[] unary(BitArray bits, long bit, int numbers, int initial)
      throws UnsupportedFormatException {
    return bits.unary(bit, numbers, initial)
        .orElseThrow(() -> new UnsupportedFormatException("its bits do not add up"));
  }

  private static void require(boolean holds, String otherwise) throws UnsupportedFormatException {
    if (!holds) {
      throw new UnsupportedFormatException(otherwise);
    }
  }
}
