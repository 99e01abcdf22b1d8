// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Glob patterns as in shells. */
public final class Globs {
  private static final Pattern LINE_BREAK = Pattern.compile("[\n\r\u0085\u2028\u2029]");
  private static final Pattern EMPTY_NAME = Pattern.compile("(?<=/)(?=/|$)");
  private static final Pattern UNFIT = Pattern.compile("[\\x00\\p{Cs}]");
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private Globs() {}

  /** Whether a text contains wildcards. */
  public static boolean isPattern(String text) {
    return WILDCARD.matcher(text).find();
  }

  /** The part of a pattern before its first wildcard. */
  static String beforeWildcards(String pattern) {
    Matcher wildcard = WILDCARD.matcher(pattern);
    return wildcard.find() ? pattern.substring(0, wildcard.start()) : pattern;
  }

  /**
   * The globs that together match a pattern: two stars between slashes match any number of folders,
   * also none, which takes a second glob.
   */
  public static List<String> spellings(String pattern) {
    return Stream.of(pattern, pattern.replace("/**/", "/").replaceFirst("^\\*\\*/", ""))
        .distinct()
        .toList();
  }

  /**
   * Matchers, of which any one must match.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  static List<PathMatcher> matchers(String pattern) {
    return spellings(inOneLine(pattern)).stream().map(Globs::matcher).toList();
  }

  private static PathMatcher matcher(String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return path -> {
      String name = path.toString();
      String line = inOneLine(name);
      return matcher.matches(line.equals(name) ? path : Path.of(line));
    };
  }

  /** Without line breaks, at which Java's two stars stop, though they may be in a name. */
  private static String inOneLine(String name) {
    return LINE_BREAK.matcher(name).replaceAll("\uE000");
  }

  /**
   * Whether an address, such as {@code s3a://bucket/a.wav}, is one of those that a pattern of
   * addresses means.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  static Predicate<String> addresses(String pattern) {
    List<PathMatcher> matchers = matchers(plain(pattern));
    return address -> {
      Path path = Path.of(plain(address));
      return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    };
  }

  /**
   * An address as a path. What paths cannot have is written differently: empty names, which keys of
   * objects may have, and characters that are in no path.
   */
  private static String plain(String address) {
    String whole = address.replaceFirst("://", "/");
    String named = EMPTY_NAME.matcher(whole).replaceAll("\uE001");
    return UNFIT.matcher(named).replaceAll("\uE002");
  }
}
