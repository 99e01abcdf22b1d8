// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import io.beamscribe.speech.models.ModelListener;
import java.util.Locale;

/**
 * Prints messages of the model store and of a job; download progress only on a terminal.
 * Thread-safe.
 */
public final class DownloadLine implements ModelListener, AutoCloseable {
  private static final long MILLIS_BETWEEN = 200;
  private static final double MEGA = 1e6;

  private final Console console;
  private long last;
  private boolean open;

  public DownloadLine(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void say(String sentence) {
    close();
    console.err().println(sentence);
  }

  @Override
  public synchronized void progress(String model, long done, long total) {
    long now = System.nanoTime() / 1_000_000;
    if (!console.terminal() || now - last < MILLIS_BETWEEN && done < total) {
      return;
    }
    last = now;
    open = true;
    String of = total > 0 ? String.format(Locale.ROOT, " of %.1f", total / MEGA) : "";
    console.err().printf(Locale.ROOT, "\rFetching %s: %.1f%s MB", model, done / MEGA, of);
    console.err().flush();
  }

  /** Ends the line if one is open; another may begin later. */
  @Override
  public synchronized void close() {
    if (open) {
      console.err().println();
      open = false;
    }
  }
}
