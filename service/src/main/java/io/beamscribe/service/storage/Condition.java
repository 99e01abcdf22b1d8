// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import java.util.List;

/**
 * A condition on rows, for a list.
 *
 * @param sql with question marks
 * @param values for these
 */
public record Condition(String sql, List<Object> values) {
  public static final Condition ALL = new Condition("1 = 1", List.of());

  public Condition {
    values = List.copyOf(values);
  }

  public Condition and(Condition other) {
    return new Condition(
        "(" + sql + ") AND (" + other.sql + ")",
        java.util.stream.Stream.concat(values.stream(), other.values.stream()).toList());
  }
}
