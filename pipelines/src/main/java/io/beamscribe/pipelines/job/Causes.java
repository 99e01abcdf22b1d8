// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.SpeechException;
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
      if (cause instanceof OutOfMemoryError) {
        return "The job ran out of memory; give it more with BEAMSCRIBE_JAVA_OPTS=-Xmx2g, or use"
            + " fewer threads with --parallelism.";
      }
    }
    Throwable root = chain.get(chain.size() - 1);
    String message = root.getMessage() == null ? "" : root.getMessage().strip();
    String first = message.lines().findFirst().orElse("");
    return "The job failed: "
        + root.getClass().getSimpleName()
        + (first.isEmpty() ? "" : ": " + first);
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
