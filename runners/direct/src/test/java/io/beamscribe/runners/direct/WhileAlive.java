// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for what a running program is to bring about. A program that ends without it fails the test
 * at once.
 *
 * @param evidence what to print where a wait fails, such as the output of the program
 */
public record WhileAlive(Process program, Callable<String> evidence) {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration INTERVAL = Duration.ofMillis(200);

  /**
   * Waits until a condition is met. It is not met either while something cannot be reached, that
   * is, while the condition throws an {@link IOException}.
   */
  public void await(String what, Callable<Boolean> condition) {
    try {
      Awaitility.await(what)
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(INTERVAL)
          .until(() -> isMet(condition));
    } catch (ConditionTimeoutException | AssertionError e) {
      throw new AssertionError("While waiting for %s:%n%s".formatted(what, read()), e);
    }
  }

  private boolean isMet(Callable<Boolean> condition) throws Exception {
    // Asked first: the last thing that a program does counts as well.
    boolean alive = program.isAlive();
    IOException reason = null;
    try {
      if (condition.call()) {
        return true;
      }
    } catch (IOException e) {
      reason = e;
    }
    if (!alive) {
      throw new AssertionError("The program ended with code " + program.exitValue(), reason);
    }
    return false;
  }

  private String read() {
    try {
      return evidence.call();
    } catch (Exception e) {
      return "no evidence: " + e;
    }
  }
}
