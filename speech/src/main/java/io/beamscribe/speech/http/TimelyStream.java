// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import io.beamscribe.speech.sharing.AlarmClock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer that fails where nothing comes for a while, or so little that it has no
 * end: a server that stalls would hold up a run for ever. Not thread-safe.
 */
final class TimelyStream extends FilterInputStream {
  /** What a server must give on average, in bytes a second, once the patience is over. */
  private static final long LEAST_RATE = 1000;

  /** One thread that mostly sleeps, for all bodies. */
  private static final ScheduledThreadPoolExecutor TIMER = AlarmClock.start("web-alarm");

  private final long patienceMillis;
  private long waitedNanos;
  private long bytes;
  private volatile boolean gaveUp;

  /**
   * @param patience how long nothing may come; {@link IOException} of reads is then a {@link
   *     SocketTimeoutException}
   */
  TimelyStream(InputStream body, Duration patience) {
    super(body);
    this.patienceMillis = patience.toMillis();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    long start = System.nanoTime();
    Future<?> alarm = TIMER.schedule(this::giveUp, patienceMillis, TimeUnit.MILLISECONDS);
    try {
      int count = in.read(to, offset, length);
      bytes += Math.max(0, count);
      waitedNanos += System.nanoTime() - start;
      requireProgress();
      return count;
    } catch (IOException e) {
      throw gaveUp ? timeout("No byte came for %d s", patienceMillis / 1000) : e;
    } finally {
      alarm.cancel(false);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] some = new byte[(int) Math.min(count, 16 * 1024)];
    return Math.max(0, read(some, 0, some.length));
  }

  private void requireProgress() throws IOException {
    long millis = TimeUnit.NANOSECONDS.toMillis(waitedNanos) - patienceMillis;
    if (millis > 0 && bytes < LEAST_RATE * millis / 1000) {
      throw timeout("Less than %d bytes came in a second", LEAST_RATE);
    }
  }

  private static SocketTimeoutException timeout(String sentence, long number) {
    return new SocketTimeoutException(sentence.formatted(number));
  }

  private void giveUp() {
    gaveUp = true;
    try {
      in.close();
    } catch (IOException e) {
      return; // then there is nothing to wait for either
    }
  }
}
