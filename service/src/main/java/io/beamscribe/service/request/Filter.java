// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.storage.Condition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filter of lists: {@code status eq 'Failed' and not (createdDateTime lt
 * 2026-01-01T00:00:00Z)}.
 */
public final class Filter {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(')((?:[^']|'')*)'|([()])|([^\\s()']+))");
  private static final Map<String, String> COMPARE =
      Map.of("eq", "=", "ne", "<>", "gt", ">", "ge", ">=", "lt", "<", "le", "<=");

  /** They hold milliseconds, of which callers see the seconds. */
  private static final Set<String> TIMES = Set.of("created", "last_action");

  private static final int LONGEST = 4000;
  private static final int DEEPEST = 50;

  /** Columns by the names of properties in lower case. */
  public static final Map<String, String> ENTITY =
      Map.of(
          "displayname", "display_name",
          "description", "COALESCE(description, '')",
          "createddatetime", "created",
          "lastactiondatetime", "last_action",
          "status", "status",
          "locale", "locale");

  public static final Map<String, String> FILE =
      Map.of("name", "name", "createddatetime", "created", "kind", "kind");

  private record Token(String text, boolean quoted) {
    boolean is(String word) {
      return !quoted && text.equalsIgnoreCase(word);
    }
  }

  private final Map<String, String> columns;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private int at;
  private int depth;

  private Filter(String text, Map<String, String> columns) {
    this.columns = columns;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      boolean quoted = matcher.group(1) != null;
      tokens.add(
          new Token(
              quoted
                  ? matcher.group(2).replace("''", "'")
                  : matcher.group(3) != null ? matcher.group(3) : matcher.group(4),
              quoted));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw wrong("It cannot be read from '%s' on.".formatted(text.substring(end).strip()));
    }
  }

  /** Parses a filter. */
  public static Condition of(String text, Map<String, String> columns) {
    if (text.isBlank()) {
      return Condition.ALL;
    }
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw wrong("It is too long or holds the character NUL.");
    }
    Filter filter = new Filter(text, columns);
    String sql = filter.either();
    if (filter.at < filter.tokens.size()) {
      throw wrong("'%s' is not expected.".formatted(filter.tokens.get(filter.at).text()));
    }
    return new Condition(sql, filter.values);
  }

  private String either() {
    StringBuilder sql = new StringBuilder(both());
    while (take("or")) {
      sql.append(" OR ").append(both());
    }
    return sql.toString();
  }

  private String both() {
    StringBuilder sql = new StringBuilder(one());
    while (take("and")) {
      sql.append(" AND ").append(one());
    }
    return sql.toString();
  }

  private String one() {
    if (++depth > DEEPEST) {
      throw wrong("It is nested too deep.");
    }
    try {
      if (take("not")) {
        return "NOT (" + one() + ")";
      }
      if (take("(")) {
        String inside = either();
        if (!take(")")) {
          throw wrong("A parenthesis is not closed.");
        }
        return "(" + inside + ")";
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  private String comparison() {
    Token name = next();
    String column = columns.get(name.text().toLowerCase(Locale.ROOT));
    if (column == null || name.quoted()) {
      throw wrong("'%s' is no property to filter by.".formatted(name.text()));
    }
    String operator = next().text().toLowerCase(Locale.ROOT);
    Token value = next();
    boolean time = TIMES.contains(column);
    if (!COMPARE.containsKey(operator)
        || !time && !operator.equals("eq") && !operator.equals("ne")) {
      throw wrong("'%s' is no operator for %s.".formatted(operator, name.text()));
    }
    if (time == value.quoted()) {
      throw wrong("Strings are in single quotes, times are not.");
    }
    if (time) {
      return time(column, operator, 1000 * seconds(value.text()));
    }
    values.add(
        column.equals("status")
            ? Status.of(value.text()).map(Status::label).orElse(value.text())
            : value.text());
    return column + " " + COMPARE.get(operator) + " ?";
  }

  /** Compares with all of a second, in a way that an index helps with. */
  private String time(String column, String operator, long begin) {
    long end = begin + 1000;
    return switch (operator) {
      case "gt" -> compared(column, ">=", end);
      case "ge" -> compared(column, ">=", begin);
      case "lt" -> compared(column, "<", begin);
      case "le" -> compared(column, "<", end);
      case "eq" -> "(" + compared(column, ">=", begin) + " AND " + compared(column, "<", end) + ")";
      default -> "(" + compared(column, "<", begin) + " OR " + compared(column, ">=", end) + ")";
    };
  }

  private String compared(String column, String with, long value) {
    values.add(value);
    return column + " " + with + " ?";
  }

  private static long seconds(String text) {
    try {
      return text.length() == 10
          ? Instant.parse(text + "T00:00:00Z").getEpochSecond()
          : OffsetDateTime.parse(text).toEpochSecond();
    } catch (DateTimeParseException e) {
      throw wrong("'%s' is no time such as 2026-02-01T11:00:00Z.".formatted(text));
    }
  }

  private boolean take(String word) {
    if (at < tokens.size() && tokens.get(at).is(word)) {
      at++;
      return true;
    }
    return false;
  }

  private Token next() {
    if (at == tokens.size()) {
      throw wrong("Something is missing at its end.");
    }
    return tokens.get(at++);
  }

  private static ApiException wrong(String why) {
    return ApiException.invalid("UnsupportedFilter", "filter", "The filter is invalid. " + why);
  }
}
