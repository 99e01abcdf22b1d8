// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes a language model in the OpenFst type {@code const}, whose arcs are stored and need not be
 * computed in each step of decoding, which saves CPU at each use. Only the output symbols are
 * written, as Vosk reads no others. The arcs and costs, hence the recognised text, are the same.
 *
 * <p>Layout (OpenFst's {@code const-fst.h}, version 2): header, symbols, 20 bytes a state, 16 bytes
 * an arc; of each state the arc of backing off is the first, the others ascend by their words.
 */
public final class ConstFstWriter {
  private static final int VERSION = 2;

  private final NgramFst fst;
  private final FileChannel out;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
  private int[] context = new int[8];

  private ConstFstWriter(NgramFst fst, FileChannel out) {
    this.fst = fst;
    this.out = out;
  }

  /** Writes a new file. */
  public static void write(NgramFst fst, Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ConstFstWriter writer = new ConstFstWriter(fst, out);
      writer.header();
      writer.states();
      for (int state = 0; state < fst.states(); state++) {
        writer.arcs(state);
      }
      writer.flush();
    }
  }

  private void header() throws IOException {
    buffer.putInt(NgramFst.MAGIC);
    string("const");
    string("standard");
    buffer.putInt(VERSION).putInt(fst.flags & NgramFst.OUTPUT_SYMBOLS);
    buffer.putLong(fst.properties).putLong(fst.start);
    buffer.putLong(fst.states()).putLong(fst.futures() + fst.states() - 1L);
    flush();
    ByteBuffer symbols = fst.outputSymbols.duplicate();
    while (symbols.hasRemaining()) {
      out.write(symbols);
    }
  }

  private void string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    buffer.putInt(bytes.length).put(bytes);
  }

  private void states() throws IOException {
    int arc = 0;
    int finals = 0;
    for (int state = 0; state < fst.states(); state++) {
      room(20);
      int backoff = state == 0 ? 0 : 1;
      int arcs = fst.firstFuture(state + 1) - fst.firstFuture(state) + backoff;
      buffer.putFloat(fst.isFinal(state) ? fst.finalCost(finals++) : Float.POSITIVE_INFINITY);
      buffer.putInt(arc).putInt(arcs).putInt(backoff).putInt(backoff);
      arc += arcs;
    }
  }

  private void arcs(int state) throws IOException {
    if (state != 0) {
      arc(0, fst.backoff(state), fst.parent(state));
    }
    int words = readContext(state);
    for (int future = fst.firstFuture(state); future < fst.firstFuture(state + 1); future++) {
      int label = fst.label(future);
      arc(label, fst.cost(future), destination(label, words));
    }
  }

  /**
   * Reads the words of a state's context into {@link #context}, the oldest first; returns their
   * number.
   */
  private int readContext(int state) {
    int words = 0;
    for (int each = state; each != 0; each = fst.parent(each)) {
      if (words == context.length) {
        context = Arrays.copyOf(context, 2 * words);
      }
      context[words++] = fst.word(each);
    }
    return words;
  }

  /**
   * The state that a word leads to: the longest suffix of the context plus the word that is a
   * context itself.
   */
  private int destination(int label, int words) {
    int found = 0;
    int next = fst.child(0, label);
    for (int older = words - 1; next > 0; older--) {
      found = next;
      next = older < 0 ? -1 : fst.child(found, context[older]);
    }
    return found;
  }

  private void arc(int label, float cost, int destination) throws IOException {
    room(16);
    buffer.putInt(label).putInt(label).putFloat(cost).putInt(destination);
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    buffer.clear();
  }
}
