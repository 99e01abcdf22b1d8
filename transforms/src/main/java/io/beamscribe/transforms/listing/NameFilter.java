// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.transforms.settings.FileSelection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.IntStream;

/** Applies a {@link FileSelection} to paths below the common folder. Thread-safe. */
public final class NameFilter {
  private final List<List<PathMatcher>> include;
  private final List<List<PathMatcher>> exclude;

  /**
   * Parses the patterns.
   *
   * @throws java.util.regex.PatternSyntaxException if one is none
   */
  public NameFilter(FileSelection selection) {
    include = selection.include().stream().map(NameFilter::parsed).toList();
    exclude = selection.exclude().stream().map(NameFilter::parsed).toList();
  }

  /** Whether a file is selected, given its path below the common folder. */
  public boolean takes(String path) {
    return (include.isEmpty() || any(include, path)) && !any(exclude, path);
  }

  private static List<PathMatcher> parsed(String pattern) {
    String plain = pattern.replaceFirst("/+$", "");
    boolean anywhere = !plain.contains("/");
    return Globs.matchers(anywhere ? "**/" + plain : plain.replaceFirst("^/+", ""));
  }

  /** Whether a pattern matches the path or a folder in it. */
  private static boolean any(List<List<PathMatcher>> patterns, String path) {
    if (patterns.isEmpty()) {
      return false;
    }
    try {
      Path whole = Path.of(path);
      return IntStream.rangeClosed(1, whole.getNameCount())
          .mapToObj(names -> whole.subpath(0, names))
          .anyMatch(
              part ->
                  patterns.stream()
                      .anyMatch(each -> each.stream().anyMatch(glob -> glob.matches(part))));
    } catch (InvalidPathException e) {
      return false; // no name that a pattern can mean
    }
  }
}
