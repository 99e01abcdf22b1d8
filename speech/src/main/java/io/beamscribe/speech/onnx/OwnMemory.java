// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Off-heap memory that is freed when it is closed. That of a direct buffer is freed by the garbage
 * collector, which hardly ever runs in a small heap with little garbage, so a buffer that was
 * replaced by a larger one would still take its memory. Not thread-safe; must be closed by the last
 * user of its buffers.
 */
public final class OwnMemory implements AutoCloseable {
  private final Memory memory;

  /** Allocates memory, all zero. */
  public OwnMemory(long bytes) {
    memory = new Memory(bytes);
    memory.clear();
  }

  public long bytes() {
    return memory.size();
  }

  /** The memory as a buffer, which must not be used after {@link #close}. */
  public ByteBuffer buffer() {
    return memory.getByteBuffer(0, memory.size()).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    memory.close();
  }
}
