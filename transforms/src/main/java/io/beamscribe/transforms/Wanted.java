package io.beamscribe.transforms;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;

/** Which addresses that others tell of are among the inputs: as listing would find them. */
final class Wanted {
  private final List<InputPattern> patterns;
  private final List<List<PathMatcher>> matchers;
  private final CommonFolder common;
  private final String output;

  Wanted(List<String> inputs, String output) {
    this.patterns = inputs.stream().map(InputPattern::parse).toList();
    this.matchers =
        patterns.stream()
            .map(
                pattern ->
                    pattern.kind() == InputPattern.Kind.PATTERN
                        ? Globs.matchers(plain(pattern.text()))
                        : List.<PathMatcher>of())
            .toList();
    this.common = CommonFolder.of(patterns);
    this.output = output + "/";
  }

  /** The path of the results of an address, if it is wanted. */
  Optional<String> path(String address) {
    boolean hidden = address.substring(address.lastIndexOf('/') + 1).startsWith(".");
    boolean folder = address.endsWith("/");
    if (hidden || folder || address.startsWith(output)) {
      return Optional.empty();
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (matches(i, address)) {
        return Optional.of(common.below(address));
      }
    }
    return Optional.empty();
  }

  private boolean matches(int i, String address) {
    InputPattern pattern = patterns.get(i);
    return switch (pattern.kind()) {
      case FILE -> address.equals(pattern.text());
      case FOLDER -> address.startsWith(pattern.text());
      case PATTERN -> matchesAny(matchers.get(i), address);
    };
  }

  private static boolean matchesAny(List<PathMatcher> matchers, String address) {
    try {
      Path path = Path.of(plain(address));
      return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String plain(String address) {
    return address.replaceFirst(":/+", "/");
  }
}
