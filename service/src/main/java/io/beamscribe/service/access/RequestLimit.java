// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.access;

import io.beamscribe.service.entities.ApiException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits how often a key may call: so many at once, and as many anew each minute. Thread-safe. */
public final class RequestLimit {
  private final int perMinute;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  private static final class Bucket {
    private double left;
    private long at = System.nanoTime();

    Bucket(int full) {
      this.left = full;
    }

    /** Takes one; returns the seconds to wait if there is none. */
    synchronized int take(int perMinute) {
      long now = System.nanoTime();
      left = Math.min(perMinute, left + (now - at) / 60e9 * perMinute);
      at = now;
      if (left < 1) {
        return (int) Math.ceil((1 - left) * 60 / perMinute);
      }
      left--;
      return 0;
    }
  }

  /**
   * @param perMinute 0 for no limit
   */
  public RequestLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Counts a call.
   *
   * @throws ApiException with the time to wait if there were too many
   */
  public void count(Caller caller) {
    if (perMinute > 0) {
      int wait =
          buckets.computeIfAbsent(caller.key(), key -> new Bucket(perMinute)).take(perMinute);
      if (wait > 0) {
        throw ApiException.tooMany("More than " + perMinute + " requests in a minute.", wait);
      }
    }
  }
}
