// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What a rule writes: text, and in braces what was found. {@code {hour-1}} and {@code {60-minute}}
 * calculate, {@code {minute:2}} fills up with zeros, {@code {n:,}} groups thousands, {@code {n:th}}
 * is an English ordinal, {@code {n:roman}} a Roman number below 40, {@code {n:upper}}, {@code
 * {n:lower}} and {@code {n:cap}} change case, {@code {n:###-####}} divides digits.
 */
final class Template {
  private static final java.util.regex.Pattern HOLE =
      java.util.regex.Pattern.compile("\\{(?:(\\d+)-)?([\\w]+)(?:([+*-])(\\d+))?(?::([^}]+))?}");

  private final List<String> texts = new ArrayList<>();
  private final List<Hole> holes = new ArrayList<>();

  /** A place for what was found. */
  private record Hole(
      String name,
      @Nullable String minuend,
      @Nullable String sign,
      @Nullable String number,
      @Nullable String form) {}

  Template(String template) {
    Matcher matcher = HOLE.matcher(template);
    int end = 0;
    while (matcher.find()) {
      texts.add(template.substring(end, matcher.start()));
      holes.add(
          new Hole(
              matcher.group(2),
              matcher.group(1),
              matcher.group(3),
              matcher.group(4),
              matcher.group(5)));
      end = matcher.end();
    }
    texts.add(template.substring(end));
  }

  /** Names that the template needs. */
  List<String> names() {
    return holes.stream().map(Hole::name).toList();
  }

  String write(@Nullable Captures captures) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < holes.size(); i++) {
      written.append(texts.get(i));
      Hit hit = Captures.get(captures, holes.get(i).name());
      if (hit != null) {
        written.append(fill(holes.get(i), hit));
      }
    }
    return written.append(texts.get(holes.size())).toString();
  }

  private static String fill(Hole hole, Hit hit) {
    String text = hit.text();
    BigInteger value = hit.value();
    if (hole.minuend() != null) {
      value = new BigInteger(hole.minuend()).subtract(value);
      text = value.toString();
    } else if (hole.sign() != null && hole.number() != null) {
      BigInteger other = new BigInteger(hole.number());
      value =
          switch (hole.sign()) {
            case "+" -> value.add(other);
            case "*" -> value.multiply(other);
            default -> value.subtract(other);
          };
      text = value.toString();
    }
    return hole.form() == null ? text : form(hole.form(), text, value);
  }

  private static String form(String form, String text, BigInteger value) {
    return switch (form) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "roman" -> roman(value.intValue());
      case "th" -> text + suffix(value);
      case "," -> grouped(text);
      case "cap" ->
          text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
      default ->
          form.indexOf('#') >= 0
              ? masked(form, text)
              : "0".repeat(Math.max(0, Integer.parseInt(form) - text.length())) + text;
    };
  }

  /** A character of the text for each {@code #}. */
  private static String masked(String mask, String text) {
    StringBuilder masked = new StringBuilder();
    int next = 0;
    for (int i = 0; i < mask.length(); i++) {
      masked.append(mask.charAt(i) == '#' ? text.charAt(next++) : mask.charAt(i));
    }
    return masked.toString();
  }

  private static String suffix(BigInteger value) {
    int tens = value.mod(BigInteger.valueOf(100)).intValue();
    return tens / 10 == 1
        ? "th"
        : switch (tens % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /** As centuries are counted. */
  private static String roman(int number) {
    String ones =
        List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX").get(number % 10);
    return "X".repeat(number / 10) + ones;
  }

  /** Four digits are read at a glance, and may be a year. */
  private static String grouped(String number) {
    int end = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
    if (end <= 4) {
      return number;
    }
    StringBuilder grouped = new StringBuilder(number);
    for (int at = end - 3; at > 0 && Character.isDigit(number.charAt(at - 1)); at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }
}
