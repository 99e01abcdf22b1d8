// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a {@link Mixture} in the OpenFst type {@code const}, with the words of its base. */
final class MixtureWriter implements AutoCloseable {
  private final Mixture mixture;
  private final FileChannel out;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
  private int words;
  private float end;

  private MixtureWriter(Mixture mixture, FileChannel out) {
    this.mixture = mixture;
    this.out = out;
  }

  /** Writes a new file. */
  static void write(Mixture mixture, Path file, Progress progress) throws IOException {
    FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (MixtureWriter writer = new MixtureWriter(mixture, out)) {
      writer.all(progress);
    }
  }

  private void all(Progress progress) throws IOException {
    ConstFst fst = mixture.base().fst();
    int[] counts = new int[mixture.states()];
    float[] finals = new float[mixture.states()];
    long arcs = 0;
    for (int state = 0; state < counts.length; state++) {
      count(state);
      counts[state] = words + (state == fst.root() ? 0 : 1);
      finals[state] = end;
      arcs += counts[state];
    }
    buffer.putInt(NgramFst.MAGIC);
    string("const");
    string("standard");
    buffer.putInt(2).putInt(NgramFst.OUTPUT_SYMBOLS);
    buffer.putLong(fst.properties()).putLong(fst.start());
    buffer.putLong(counts.length).putLong(arcs);
    flush();
    ByteBuffer symbols = ByteBuffer.wrap(fst.symbols().raw());
    while (symbols.hasRemaining()) {
      out.write(symbols);
    }
    states(counts, finals);
    for (int state = 0; state < counts.length; state++) {
      if (state % 10_000 == 0) {
        progress.check();
      }
      arcs(state);
    }
    flush();
  }

  private void count(int state) {
    words = 0;
    end = Float.POSITIVE_INFINITY;
    mixture.each(
        state,
        (word, probability) -> {
          if (word == mixture.base().end()) {
            end = cost(probability);
          } else {
            words++;
          }
        });
  }

  private void states(int[] counts, float[] finals) throws IOException {
    int first = 0;
    for (int state = 0; state < counts.length; state++) {
      room(20);
      int backoff = state == mixture.base().fst().root() ? 0 : 1;
      buffer.putFloat(finals[state]).putInt(first).putInt(counts[state]);
      buffer.putInt(backoff).putInt(backoff);
      first += counts[state];
    }
  }

  private void arcs(int state) throws IOException {
    if (state != mixture.base().fst().root()) {
      room(16);
      buffer.putInt(0).putInt(0).putFloat(cost(mixture.backoff(state)));
      buffer.putInt(mixture.parent(state));
    }
    IOException[] failed = new IOException[1];
    mixture.each(
        state,
        (word, probability) -> {
          if (word != mixture.base().end() && failed[0] == null) {
            try {
              room(16);
            } catch (IOException e) {
              failed[0] = e;
            }
            buffer.putInt(word).putInt(word).putFloat(cost(probability));
            buffer.putInt(mixture.target(state, word));
          }
        });
    if (failed[0] != null) {
      throw failed[0];
    }
  }

  private static float cost(double probability) {
    return (float) -Math.log(Math.max(probability, 1e-30));
  }

  private void string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    buffer.putInt(bytes.length).put(bytes);
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

  @Override
  public void close() throws IOException {
    out.close();
  }
}
