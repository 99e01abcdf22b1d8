// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the numbers of tensors, one after another, in the byte order of ONNX. */
public final class NumberSink {
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private final OutputStream out;
  private long flushed;

  NumberSink(OutputStream out) {
    this.out = out;
  }

  /** Bytes written so far. */
  long position() {
    return flushed + buffer.position();
  }

  public void put(byte value) throws IOException {
    room(Byte.BYTES);
    buffer.put(value);
  }

  public void put(float value) throws IOException {
    room(Float.BYTES);
    buffer.putFloat(value);
  }

  public void put(float[] values) throws IOException {
    for (float value : values) {
      put(value);
    }
  }

  public void put(long value) throws IOException {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  /** Pads with zeros to a multiple of this many bytes. */
  public void align(int bytes) throws IOException {
    while (position() % bytes != 0) {
      put((byte) 0);
    }
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    flushed += buffer.position();
    buffer.clear();
  }
}
