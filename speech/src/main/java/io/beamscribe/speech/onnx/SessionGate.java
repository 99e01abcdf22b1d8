// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the end of the process and the runs of sessions apart. When a process exits, the C library
 * takes ONNX Runtime to pieces, and a session that still runs crashes: the process then ends with a
 * native error in place of its own exit code. Thread-safe.
 */
final class SessionGate {
  /** A call of ONNX Runtime. */
  interface Call<T> {
    T run() throws OrtException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(SessionGate.class);

  private final List<RunOptions> inside = new ArrayList<>();
  private boolean closed;

  /**
   * Runs a session. Once the gate is closed, the calling thread waits here for the end of the
   * process: whatever it would go on to do must not happen any more.
   *
   * @param options of this run, by which it is told to stop
   */
  <T> T run(RunOptions options, Call<T> call) throws OrtException {
    enter(options);
    try {
      return call.run();
    } finally {
      leave(options);
    }
  }

  /** Tells the sessions that run to stop, lets no other begin, and waits until none runs. */
  synchronized void close(Duration patience) throws InterruptedException {
    closed = true;
    for (RunOptions each : inside) {
      try {
        each.setTerminate(true);
      } catch (OrtException e) {
        LOG.debug("A session ends by itself", e);
      }
    }
    long until = System.nanoTime() + patience.toNanos();
    for (long left = patience.toMillis(); !inside.isEmpty() && left > 0; ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }

  private void enter(RunOptions options) {
    synchronized (this) {
      if (!closed) {
        inside.add(options);
        return;
      }
    }
    stay();
  }

  private void leave(RunOptions options) {
    synchronized (this) {
      inside.remove(options);
      if (!closed) {
        return;
      }
      notifyAll();
    }
    stay();
  }

  /** Waits for the end of the process, also if interrupted. */
  private static void stay() {
    while (true) {
      LockSupport.park();
      Thread.interrupted(); // or parking would return at once
    }
  }
}
