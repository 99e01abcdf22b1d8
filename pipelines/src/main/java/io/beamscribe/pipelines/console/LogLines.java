// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is printed for people to the log, line by line. Thread-safe. */
@Internal
public final class LogLines extends OutputStream {
  private final Logger log = LoggerFactory.getLogger("io.beamscribe.console");
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LogLines() {}

  /** A stream to print on. */
  public static PrintStream stream() {
    return new PrintStream(new LogLines(), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    if (b != '\n') {
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8).strip();
    line.reset();
    if (!text.isEmpty()) {
      log.info(text);
    }
  }
}
