// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NativeHandleTest {
  private final AtomicInteger freed = new AtomicInteger();

  @Test
  void isFreedOnceHoweverOftenItIsClosed() {
    NativeHandle handle = handle();
    handle.close();
    handle.close();
    assertThat(freed).hasValue(1);
    assertThatThrownBy(handle::use).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isFreedByTheLastUseThatRunsOn() {
    NativeHandle handle = handle();
    handle.use();
    handle.use();
    handle.close();
    handle.release();
    assertThat(freed).hasValue(0);
    handle.release();
    assertThat(freed).hasValue(1);
    handle.close();
    assertThat(freed).hasValue(1);
  }

  @Test
  void isNeverFreedUnderAUse() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int round = 1; round <= 500; round++) {
      NativeHandle handle = handle();
      int before = freed.get();
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    handle.use();
                  } catch (IllegalStateException e) {
                    return null; // came after the close
                  }
                  assertThat(freed).hasValue(before);
                  handle.release();
                  return null;
                }));
      }
      runs.add(threads.submit(handle::close));
      start.countDown();
      for (Future<?> run : runs) {
        run.get();
      }
      assertThat(freed).hasValue(round);
    }
    threads.shutdown();
  }

  private NativeHandle handle() {
    return new NativeHandle(Pointer.createConstant(1), pointer -> freed.incrementAndGet());
  }
}
