// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Parses Beam's own flags. */
final class BeamArguments {
  private BeamArguments() {}

  /**
   * Parses flags that Beam knows.
   *
   * @throws UsageException if Beam rejects a value
   */
  static PipelineOptions create(List<String> flags) throws UsageException {
    try {
      return read(flags);
    } catch (IllegalArgumentException e) {
      throw new UsageException(sentence(flags, e), e);
    }
  }

  private static PipelineOptions read(List<String> flags) {
    return PipelineOptionsFactory.fromArgs(flags.toArray(String[]::new)).create();
  }

  /** Beam's message may not say which flag it is about, so each is tried alone. */
  private static String sentence(List<String> flags, IllegalArgumentException all) {
    for (String flag : flags) {
      try {
        read(List.of(flag));
      } catch (IllegalArgumentException e) {
        return "Beam rejects %s (%s).".formatted(flag, firstLine(e));
      }
    }
    return "Beam rejects its flags (%s).".formatted(firstLine(all));
  }

  private static String firstLine(IllegalArgumentException e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no reason given");
  }
}
