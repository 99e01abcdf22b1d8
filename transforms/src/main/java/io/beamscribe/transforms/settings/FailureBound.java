// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import java.io.Serializable;

/**
 * How many files of a batch may fail. Immutable.
 *
 * @param files number of files; unused if there is a share
 * @param share of the files that were not finished before, 0 to 1; negative if a number is given
 */
public record FailureBound(long files, double share) implements Serializable {
  /** Any number may fail. */
  public static final FailureBound NONE = new FailureBound(Long.MAX_VALUE, -1);

  /** At most so many. */
  public static FailureBound files(long most) {
    return new FailureBound(most, -1);
  }

  /** At most this share. */
  public static FailureBound share(double most) {
    return new FailureBound(0, most);
  }

  /**
   * How many may fail of a number of files.
   *
   * @param unfinished number of files that were not finished before
   */
  public long most(long unfinished) {
    return share < 0 ? files : (long) Math.floor(share * Math.max(0, unfinished) + 1e-9);
  }
}
