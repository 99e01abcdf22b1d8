// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import io.beamscribe.pipelines.console.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Flags of a command become options, with every value checked: those of its option interface, and
 * all others as Beam takes them. Not thread-safe.
 */
@Internal
public final class Flags {
  private final Class<? extends PipelineOptions> type;
  private final Map<String, FlagSpec> own = new LinkedHashMap<>();
  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> beams = new ArrayList<>();

  /**
   * None yet.
   *
   * @param type the interface whose {@link Flag} getters are the command's own flags
   */
  public Flags(Class<? extends PipelineOptions> type) {
    this.type = type;
    FlagSpec.of(type).forEach(flag -> own.put(flag.name(), flag));
  }

  /**
   * Options out of arguments, as a cluster hands them to the main class of a job.
   *
   * @param command that the arguments are for, for messages
   */
  public static PipelineOptions parse(
      Class<? extends PipelineOptions> type, String command, String... arguments)
      throws UsageException {
    Flags flags = new Flags(type);
    Map<String, FlagSpec> known = new LinkedHashMap<>();
    FlagSpec.ofBeam().forEach(flag -> known.put(flag.name(), flag));
    known.putAll(flags.own);
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (!argument.startsWith("--")) {
        throw new UsageException("'%s' belongs to no flag.".formatted(argument));
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      FlagSpec flag = known.get(name);
      if (flag == null) {
        throw new UsageException(unknown(name, command, known));
      }
      if (equals >= 0) {
        flags.add(name, argument.substring(equals + 1));
      } else if (i + 1 < arguments.length && !arguments[i + 1].startsWith("--")) {
        flags.add(name, arguments[++i]);
      } else if (flag.isBoolean()) {
        flags.add(name, "true");
      } else {
        throw new UsageException("--%s needs a value.".formatted(name));
      }
    }
    return flags.options("");
  }

  /** Adds a flag, known to be one of the command's or of Beam's. */
  public void add(String name, String value) {
    if (own.containsKey(name)) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    } else {
      beams.add("--" + name + "=" + value);
    }
  }

  /**
   * The options.
   *
   * @param example a right command line, for the message where a flag is missing; may be empty
   */
  public PipelineOptions options(String example) throws UsageException {
    List<String> missing =
        own.values().stream()
            .filter(flag -> flag.required() && !values.containsKey(flag.name()))
            .map(flag -> "--" + flag.name())
            .toList();
    if (!missing.isEmpty()) {
      throw new UsageException(
          String.join(" and ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " missing"
              + (example.isEmpty() ? "." : ", as in: " + example));
    }
    PipelineOptions options = BeamArguments.create(beams).as(type);
    for (FlagSpec flag : own.values()) {
      if (values.containsKey(flag.name())) {
        flag.set(options, values.get(flag.name()));
      }
    }
    return options;
  }

  private static String unknown(String name, String command, Map<String, FlagSpec> known) {
    String wrong = "--%s is not a flag of %s".formatted(name, command);
    return Words.nearest(name, known.keySet())
        .map(near -> wrong + "; did you mean --" + near + "?")
        .orElse(wrong + ".");
  }
}
