// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import java.io.Serializable;
import java.time.Duration;

/**
 * The length of blocks. It changes where segments end, so it is part of the fingerprint of results.
 *
 * @param longest longest nominal block
 * @param unit what the length of a block is a multiple of, for an engine to which a part of it
 *     costs as much as all of it; zero for blocks of similar length
 * @param reach how far a boundary may move from its nominal position
 */
public record BlockOptions(Duration longest, Duration unit, Duration reach)
    implements Serializable {
  public static final BlockOptions ALIKE =
      new BlockOptions(Duration.ofSeconds(120), Duration.ZERO, Duration.ofSeconds(15));

  /**
   * For windows that hold 28 s on average: six of them, with half a second of each left for the
   * borders to move.
   */
  public static final BlockOptions WINDOWS =
      new BlockOptions(
          Duration.ofSeconds(165), Duration.ofMillis(27_500), Duration.ofMillis(1_300));

  public BlockOptions {
    if (longest.compareTo(reach.multipliedBy(4)) < 0 || longest.compareTo(unit) < 0) {
      throw new IllegalArgumentException("longest is too short: " + longest);
    }
    if (unit.isNegative() || reach.isNegative()) {
      throw new IllegalArgumentException("unit and reach must not be negative");
    }
  }
}
