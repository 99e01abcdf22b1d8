// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import com.sun.jna.Pointer;
import java.util.function.Consumer;

/**
 * A native object shared by threads that is freed exactly once, and never under a running call:
 * after {@link #close} no use begins, and the last use that ends frees it.
 */
final class NativeHandle implements AutoCloseable {
  private final Pointer pointer;
  private final Consumer<Pointer> free;
  private int uses;
  private boolean closed;

  NativeHandle(Pointer pointer, Consumer<Pointer> free) {
    this.pointer = pointer;
    this.free = free;
  }

  /**
   * Begins a use, which {@link #release} must end.
   *
   * @throws IllegalStateException after {@link #close}
   */
  synchronized Pointer use() {
    if (closed) {
      throw new IllegalStateException("closed already");
    }
    uses++;
    return pointer;
  }

  void release() {
    boolean last;
    synchronized (this) {
      uses--;
      last = closed && uses == 0;
    }
    if (last) {
      free.accept(pointer);
    }
  }

  @Override
  public void close() {
    boolean last;
    synchronized (this) {
      last = !closed && uses == 0;
      closed = true;
    }
    if (last) {
      free.accept(pointer);
    }
  }
}
