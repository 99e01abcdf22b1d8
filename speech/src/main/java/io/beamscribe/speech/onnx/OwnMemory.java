package io.beamscribe.speech.onnx;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside of the heap that is given back when it is closed. That of a direct buffer is given
 * back when the collector comes by, which in a small heap with little garbage is hardly ever, and
 * until then what has grown costs as much again. For one thread; whoever closes it must be the last
 * to use its buffers.
 */
public final class OwnMemory implements AutoCloseable {
  private final Memory memory;

  /** All zero. */
  public OwnMemory(long bytes) {
    memory = new Memory(bytes);
    memory.clear();
  }

  public long bytes() {
    return memory.size();
  }

  /** All of it, as a buffer that must not be used after {@link #close}. */
  public ByteBuffer buffer() {
    return memory.getByteBuffer(0, memory.size()).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    memory.close();
  }
}
