// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Writes the OpenFst type {@code ngram} from an {@link NgramFst}: if the bytes are the same again,
 * everything was read, and correctly.
 */
public final class NgramFstWriter {
  private final NgramFst fst;
  private final ByteBuffer out;

  private NgramFstWriter(NgramFst fst, int size) {
    this.fst = fst;
    out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static byte[] write(NgramFst fst) {
    int size =
        1000
            + fst.inputSymbols.capacity()
            + fst.outputSymbols.capacity()
            + 16 * fst.states()
            + 12 * fst.futures();
    NgramFstWriter writer = new NgramFstWriter(fst, size);
    writer.all();
    byte[] bytes = new byte[writer.out.position()];
    writer.out.flip().get(bytes);
    return bytes;
  }

  private void all() {
    out.putInt(NgramFst.MAGIC);
    string("ngram");
    string("standard");
    out.putInt(4).putInt(fst.flags).putLong(fst.properties).putLong(fst.start);
    out.putLong(fst.states()).putLong(0);
    out.put(fst.inputSymbols.duplicate()).put(fst.outputSymbols.duplicate());
    int body = out.position();
    BitSet contexts = new BitSet();
    BitSet futures = new BitSet();
    BitSet finals = new BitSet();
    contexts.set(0);
    int contextBit = 2;
    int futureBit = 1;
    for (int state = 0; state < fst.states(); state++) {
      int children = fst.firstChild(state + 1) - fst.firstChild(state);
      contexts.set(contextBit, contextBit + children);
      contextBit += children + 1;
      int following = fst.firstFuture(state + 1) - fst.firstFuture(state);
      futures.set(futureBit, futureBit + following);
      futureBit += following + 1;
      finals.set(state, fst.isFinal(state));
    }
    out.putLong(fst.states()).putLong(fst.futures()).putLong(finals.cardinality());
    bits(contexts, contextBit);
    bits(futures, futureBit);
    bits(finals, fst.states());
    for (int state = 0; state < fst.states(); state++) {
      out.putInt(fst.word(state));
    }
    out.putInt(0);
    for (int future = 0; future < fst.futures(); future++) {
      out.putInt(fst.label(future));
    }
    out.position(body + (out.position() - body + 3) / 4 * 4);
    for (int state = 0; state < fst.states(); state++) {
      out.putFloat(fst.backoff(state));
    }
    out.putFloat(0);
    for (int i = 0; i < finals.cardinality(); i++) {
      out.putFloat(fst.finalCost(i));
    }
    for (int future = 0; future < fst.futures(); future++) {
      out.putFloat(fst.cost(future));
    }
    out.putFloat(0);
  }

  private void bits(BitSet bits, int size) {
    int words = (size + 63) / 64;
    for (int i = 0; i < words; i++) {
      long[] word = bits.get(64 * i, 64 * i + 64).toLongArray();
      out.putLong(word.length == 0 ? 0 : word[0]);
    }
  }

  private void string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putInt(bytes.length).put(bytes);
  }

  /** The bytes of a model made by hand, see {@link ConstFstWriterTest}. */
  public static byte[] tiny() {
    ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    text(out.putInt(NgramFst.MAGIC), "ngram");
    text(out, "standard");
    out.putInt(4).putInt(NgramFst.OUTPUT_SYMBOLS).putLong(0x25a555550001L).putLong(1);
    out.putLong(4).putLong(0);
    symbols(out, "<s>", "a", "b");
    out.putLong(4).putLong(5).putLong(2);
    // contexts: 10 | state 0 has two children | 1 none | 2 one | 3 none
    out.putLong(0b0_01_0_011_01L);
    // futures: 0 | state 0: a b | 1: a | 2: b | 3: b
    out.putLong(0b01_01_01_011_0L);
    // finals: 0 and 2
    out.putLong(0b0101L);
    out.putInt(-1).putInt(0).putInt(1).putInt(2).putInt(0);
    out.putInt(1).putInt(2).putInt(1).putInt(2).putInt(2);
    out.putFloat(Float.POSITIVE_INFINITY).putFloat(.1f).putFloat(.2f).putFloat(.3f).putFloat(0);
    out.putFloat(5).putFloat(6);
    out.putFloat(1).putFloat(2).putFloat(3).putFloat(4).putFloat(5).putFloat(0);
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void symbols(ByteBuffer out, String... names) {
    text(out.putInt(NgramFst.SYMBOLS_MAGIC), "words");
    out.putLong(names.length).putLong(names.length);
    for (int key = 0; key < names.length; key++) {
      text(out, names[key]);
      out.putLong(key);
    }
  }

  private static void text(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putInt(bytes.length).put(bytes);
  }
}
