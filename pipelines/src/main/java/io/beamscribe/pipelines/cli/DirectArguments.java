package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.flags.FlagSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the runner on one machine is told unless the user says it: to return at once, so that
 * progress can be shown, and how many threads to have. Nothing where that runner is not there.
 */
final class DirectArguments {
  private DirectArguments() {}

  /**
   * Flags to add.
   *
   * @param given Beam's flags as {@code --name=value}
   * @param parallelism as given, null for as many as there are processors
   */
  static List<String> missing(List<String> given, String parallelism) {
    boolean other =
        given.stream().anyMatch(flag -> flag.matches("--runner=.*") && !flag.contains("Direct"));
    Set<String> known = FlagSpec.ofBeam().stream().map(FlagSpec::name).collect(Collectors.toSet());
    List<String> added = new ArrayList<>();
    if (!other && known.contains("blockOnRun")) {
      added.add("--blockOnRun=false");
      String threads = String.valueOf(Runtime.getRuntime().availableProcessors());
      boolean number = parallelism != null && parallelism.matches("[0-9]{1,4}");
      added.add("--targetParallelism=" + (number ? parallelism : threads));
    }
    added.removeIf(flag -> given.stream().anyMatch(has -> name(has).equals(name(flag))));
    return added;
  }

  private static String name(String flag) {
    return flag.substring(0, flag.indexOf('='));
  }
}
