// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sharing;

import java.time.Duration;
import java.util.function.ToLongFunction;

/**
 * What happens to an unused value of {@link Leases}. Immutable.
 *
 * @param <V> type of the values
 */
public final class Retention<V> {
  private final Duration time;
  private final long bound;
  private final ToLongFunction<? super V> weight;

  private Retention(Duration time, long bound, ToLongFunction<? super V> weight) {
    this.time = time;
    this.bound = bound;
    this.weight = weight;
  }

  /** It is closed at once. */
  public static <V> Retention<V> none() {
    return upTo(-1, value -> 0);
  }

  /** It is kept for this long, or until another value is loaded. */
  public static <V> Retention<V> until(Duration time) {
    return time.isZero() ? none() : new Retention<>(time, Long.MAX_VALUE, value -> 0);
  }

  /**
   * It is kept while all values, used or not, weigh no more than this; the longest unused goes
   * first.
   */
  public static <V> Retention<V> upTo(long bound, ToLongFunction<? super V> weight) {
    return new Retention<>(Duration.ZERO, bound, weight);
  }

  /** How long it is kept at most; zero if time does not matter. */
  Duration time() {
    return time;
  }

  long bound() {
    return bound;
  }

  long weight(V value) {
    return weight.applyAsLong(value);
  }
}
