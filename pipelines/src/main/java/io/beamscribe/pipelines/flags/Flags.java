// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import io.beamscribe.speech.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Turns the flags of a command into options: its own with every value checked, all others parsed by
 * Beam. Not thread-safe.
 */
@Internal
public final class Flags {
  private final Class<? extends PipelineOptions> type;
  private final Map<String, FlagSpec> own = new LinkedHashMap<>();
  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> beams = new ArrayList<>();

  /**
   * Starts without flags.
   *
   * @param type the interface whose {@link Flag} getters are the command's own flags
   */
  public Flags(Class<? extends PipelineOptions> type) {
    this.type = type;
    FlagSpec.of(type).forEach(flag -> own.put(flag.name(), flag));
  }

  /**
   * Parses arguments as a cluster passes them to the main class of a job.
   *
   * @param command name of the command in messages
   * @throws UsageException if a flag is unknown, missing or invalid
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
        throw new UsageException("'%s' is not part of a flag.".formatted(argument));
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

  /** Adds a flag, which must be one of the command's or of Beam's. */
  public void add(String name, String value) {
    if (own.containsKey(name)) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    } else {
      beams.add("--" + name + "=" + value);
    }
  }

  /**
   * Checks all values and returns the options.
   *
   * @param example valid command line for the message about a missing flag; may be empty
   * @throws UsageException if a flag is missing or invalid
   */
  public PipelineOptions options(String example) throws UsageException {
    List<String> missing =
        own.values().stream()
            .filter(
                flag -> flag.required() && !isGiven(flag.name()) && !isGiven(flag.flag().unless()))
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
      } else if (flag.required()) {
        flag.set(options, List.of());
      }
    }
    return options;
  }

  private boolean isGiven(String name) {
    return values.containsKey(name);
  }

  private static String unknown(String name, String command, Map<String, FlagSpec> known) {
    String wrong = "--%s is not a flag of %s".formatted(name, command);
    return Words.nearest(name, known.keySet())
        .map(near -> wrong + "; did you mean --" + near + "?")
        .orElse(wrong + ".");
  }
}
