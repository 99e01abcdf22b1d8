// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A worker that is stopped must not report a file as failed. */
class FailuresTest {
  @Test
  void whatIsStoppedHasNotFailed() {
    for (IOException stopped :
        new IOException[] {
          new IOException("s3a", new InterruptedException()),
          new InterruptedIOException("while waiting for the next try"),
          new ClosedByInterruptException()
        }) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> Failures.of("s3a://calls/in/", "in", Failures.reading(stopped)))
          .withRootCauseInstanceOf(
              stopped.getCause() == null ? stopped.getClass() : InterruptedException.class);
    }
  }

  @Test
  void nothingFailsInAThreadThatIsToStop() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () ->
                  Failures.of(
                      "a", "a", new SpeechException(ErrorKind.TRANSIENT, "Stopped.", null)));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aTimeoutIsAFailure() {
    SpeechException late = Failures.reading(new IOException("late", new SocketTimeoutException()));
    assertThat(Failures.of("a", "a", late).errorKind()).isEqualTo(ErrorKind.TRANSIENT);
  }
}
