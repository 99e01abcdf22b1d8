// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Where a command prints: results to {@code out}, everything else to {@code err}.
 *
 * @param terminal whether {@code err} is a terminal
 */
@Internal
public record Console(PrintStream out, PrintStream err, boolean terminal) {
  /** The console of this process; also sets up logging as its command line says. */
  public static Console ofProcess(String... args) {
    LogFormat.use(args);
    PrintStream out = new ResultStream(FileDescriptor.out);
    if (LogFormat.current() == LogFormat.JSON) {
      return new Console(out, LogLines.stream(), false);
    }
    return new Console(
        out,
        new ResultStream(FileDescriptor.err),
        Boolean.getBoolean("beamscribe.terminal") || System.console() != null);
  }

  /** Why results could not be printed, such as that a disk is full. */
  public Optional<String> failure() {
    return out instanceof ResultStream results ? results.failure() : Optional.empty();
  }
}
