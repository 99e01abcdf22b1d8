// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.transforms.listing.NameFilter;
import io.beamscribe.transforms.settings.FileSelection;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/** The patterns of {@code --include} and {@code --exclude}. */
@Internal
public final class PatternList {
  private PatternList() {}

  /**
   * Parses both flags, of which each value may hold several patterns, separated by commas that are
   * not between braces.
   *
   * @param include null if not given
   * @param exclude null if not given
   */
  public static FileSelection selection(
      @Nullable List<String> include, @Nullable List<String> exclude) throws UsageException {
    return new FileSelection(patterns("include", include), patterns("exclude", exclude));
  }

  private static List<String> patterns(String flag, @Nullable List<String> values)
      throws UsageException {
    List<String> patterns =
        values == null
            ? List.of()
            : values.stream().flatMap(value -> Inputs.parts(value).stream()).distinct().toList();
    for (String pattern : patterns) {
      if (pattern.contains("://")) {
        throw new UsageException(
            "--%s is for paths below the input, as in the report, not for the address '%s'."
                .formatted(flag, pattern));
      }
      if (pattern.matches("[/.]*")) {
        throw new UsageException("--%s has a pattern that names nothing.".formatted(flag));
      }
      try {
        new NameFilter(new FileSelection(List.of(pattern), List.of()));
      } catch (PatternSyntaxException e) {
        throw new UsageException(
            "--%s: '%s' is not a pattern: %s.".formatted(flag, pattern, e.getDescription()), e);
      }
    }
    return patterns;
  }
}
