// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a process printed, which may show why it died. */
final class ErrorTail implements Runnable {
  private static final int LINES = 50;
  private static final int LENGTH = 200;

  private final BufferedReader reader;
  private final Deque<String> lines = new ArrayDeque<>();

  ErrorTail(InputStream printed) {
    this.reader = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8));
  }

  /** Reads to the end of the process. */
  @Override
  public void run() {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line.strip());
      }
    } catch (IOException e) {
      add("(standard error could not be read: " + e.getMessage() + ")");
    }
  }

  private synchronized void add(String line) {
    // The '#' frame that a dying JVM prints means nothing to users.
    if (!line.isEmpty() && !line.startsWith("#")) {
      lines.addLast(line.substring(0, Math.min(LENGTH, line.length())));
      if (lines.size() > LINES) {
        lines.removeFirst();
      }
    }
  }

  /** The last line; empty if nothing was printed. */
  synchronized String lastLine() {
    return lines.isEmpty() ? "" : lines.getLast();
  }

  synchronized String all() {
    return String.join("\n", lines);
  }
}
