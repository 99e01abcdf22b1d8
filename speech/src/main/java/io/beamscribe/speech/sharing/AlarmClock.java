// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sharing;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Threads that mostly sleep: one serves any number of alarms, and does not keep a program alive.
 */
public final class AlarmClock {
  private AlarmClock() {}

  /**
   * Starts one. Alarms that are cancelled are forgotten at once.
   *
   * @param thread its name
   */
  public static ScheduledThreadPoolExecutor start(String thread) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread sleeper = new Thread(task, thread);
              sleeper.setDaemon(true);
              return sleeper;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
