// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    PrintStream out = utf8(FileDescriptor.out);
    if (LogFormat.current() == LogFormat.JSON) {
      return new Console(out, LogLines.stream(), false);
    }
    return new Console(
        out,
        utf8(FileDescriptor.err),
        Boolean.getBoolean("beamscribe.terminal") || System.console() != null);
  }

  /** Prints UTF-8 whatever the machine's locale, since file names may need it. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
