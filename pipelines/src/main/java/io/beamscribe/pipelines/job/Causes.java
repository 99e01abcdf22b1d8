// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;

/** Turns an error and its causes into a message that people can act on. */
@Internal
public final class Causes {
  private Causes() {}

  /** One sentence for an error. */
  public static String sentence(Throwable error) {
    List<Throwable> chain = chain(error);
    for (Throwable cause : chain) {
      if (cause instanceof SpeechException
          || cause instanceof JobException
          || cause instanceof UsageException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof OutOfMemoryError && first(cause).contains("native thread")) {
        return "The job could start no more threads: raise the limit on processes (pids.max of the"
            + " container, ulimit -u of the user), or use fewer threads with --parallelism.";
      }
      if (cause instanceof OutOfMemoryError) {
        return "The job ran out of memory; give it more with BEAMSCRIBE_JAVA_OPTS=-Xmx2g, or use"
            + " fewer threads with --parallelism.";
      }
      if (cause instanceof UnsatisfiedLinkError) {
        return "A native library cannot be loaded: the folder for temporary files must allow"
            + " programs to be run and have room for them, and -Djava.io.tmpdir=FOLDER in"
            + " BEAMSCRIBE_JAVA_OPTS names another one ("
            + first(cause)
            + ").";
      }
    }
    Throwable root = chain.get(chain.size() - 1);
    String temporary = System.getProperty("java.io.tmpdir");
    if (root instanceof FileSystemException file
        && String.valueOf(file.getFile()).startsWith(temporary)) {
      return "The folder for temporary files, "
          + temporary
          + ", cannot be written to ("
          + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason())
          + "): -Djava.io.tmpdir=FOLDER in BEAMSCRIBE_JAVA_OPTS names another one.";
    }
    String first = first(root);
    return "The job failed: "
        + root.getClass().getSimpleName()
        + (first.isEmpty() ? "" : ": " + Addresses.withoutSecretsIn(first));
  }

  private static String first(Throwable error) {
    String message = error.getMessage() == null ? "" : error.getMessage().strip();
    return message.lines().findFirst().orElse("");
  }

  /** An error and its causes, the outermost first, without cycles. */
  private static List<Throwable> chain(Throwable error) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable at = error; at != null && !chain.contains(at); at = at.getCause()) {
      chain.add(at);
    }
    return chain;
  }
}
