// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimelyStreamTest {
  @Test
  void passesWhatComes() throws Exception {
    byte[] bytes = {1, -1, 3};
    InputStream body = new TimelyStream(new ByteArrayInputStream(bytes), Duration.ofSeconds(60));
    assertThat(body.readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void failsWhereNothingComes() {
    InputStream body = new TimelyStream(new Stalled(), Duration.ofMillis(50));
    assertThatThrownBy(() -> body.readNBytes(10)).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void failsWhereTooLittleComes() {
    InputStream body = new TimelyStream(new Endless(), Duration.ofMillis(50));
    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("1000 bytes");
  }

  /** A server that sends its head and nothing else: reads end when it is closed. */
  private static final class Stalled extends InputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("closed");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /** Each read gives one byte, whatever the buffer. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      long until = System.nanoTime() + 2_000_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      to[offset] = 1;
      return 1;
    }
  }
}
