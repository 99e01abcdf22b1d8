// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import java.io.Serializable;
import java.util.Set;

/**
 * Where a batch ends early. Immutable.
 *
 * @param files at most so many files are worked on; finished ones do not count
 * @param audioSeconds at most so much audio is worked on, but one file at least
 * @param failures how many files may fail before no more are begun
 * @param last paths of files that are taken only after all others, as they failed before: else
 *     those that always fail would use up the bound in each run
 */
public record RunBounds(int files, double audioSeconds, FailureBound failures, Set<String> last)
    implements Serializable {
  /** No bounds. */
  public static final RunBounds NONE =
      new RunBounds(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, FailureBound.NONE, Set.of());

  public RunBounds {
    last = Set.copyOf(last);
  }

  /** At most so many files. */
  public static RunBounds files(int most) {
    return new RunBounds(most, Double.POSITIVE_INFINITY, FailureBound.NONE, Set.of());
  }

  /** At most so much audio, in seconds. */
  public static RunBounds audio(double seconds) {
    return new RunBounds(Integer.MAX_VALUE, seconds, FailureBound.NONE, Set.of());
  }

  /** A copy with another bound on failures. */
  public RunBounds withFailures(FailureBound bound) {
    return new RunBounds(files, audioSeconds, bound, last);
  }

  /** Whether only some of the files may be worked on. */
  public boolean limitsFiles() {
    return files < Integer.MAX_VALUE || audioSeconds < Double.POSITIVE_INFINITY;
  }

  /** A copy that takes these files last. */
  public RunBounds withLast(Set<String> paths) {
    return new RunBounds(files, audioSeconds, failures, paths);
  }
}
