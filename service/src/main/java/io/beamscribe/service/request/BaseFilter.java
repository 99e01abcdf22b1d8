// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import io.beamscribe.service.models.BaseModel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter of base models, which are in no database: comparisons of names and locales. */
public final class BaseFilter {
  private static final Pattern EQUAL =
      Pattern.compile("(?i)\\s*(locale|displayName|status)\\s+(eq|ne)\\s+'((?:[^']|'')*)'\\s*");

  private BaseFilter() {}

  public static List<BaseModel> select(List<BaseModel> all, String filter) {
    Filter.of(filter, Filter.ENTITY); // refuses what is wrong
    List<BaseModel> left = all;
    if (!filter.isBlank()) {
      for (String part : filter.split("(?i)\\sand\\s")) {
        Matcher equal = EQUAL.matcher(part);
        if (equal.matches()) {
          left = left.stream().filter(model -> holds(model, equal)).toList();
        }
      }
    }
    return left;
  }

  private static boolean holds(BaseModel model, Matcher equal) {
    String value =
        switch (equal.group(1).toLowerCase(java.util.Locale.ROOT)) {
          case "locale" -> model.locale();
          case "status" -> "Succeeded";
          default -> model.model();
        };
    return value.equals(equal.group(3).replace("''", "'")) == equal.group(2).equalsIgnoreCase("eq");
  }
}
