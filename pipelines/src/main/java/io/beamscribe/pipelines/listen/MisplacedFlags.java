// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.options.KafkaFlags;
import java.util.ArrayList;
import java.util.List;

/** Flags that only mean something with the other kind of input. */
final class MisplacedFlags {
  private MisplacedFlags() {}

  /** Refuses flags of the terminal, where a topic is read. */
  static void requireNoneOfATerminal(ListenOptions options) throws UsageException {
    if (options.getFormat() != null) {
      throw new UsageException(
          "--format is for audio from a file or the standard input: the phrases of a topic are"
              + " JSON.");
    }
  }

  /** Refuses flags of a topic, where none is read. */
  static void requireNoneOfATopic(ListenOptions options) throws UsageException {
    List<String> given = new ArrayList<>();
    add(given, "output", options.getOutput() != null);
    add(given, "partials", options.getPartials() != null);
    add(given, "idle", options.getIdle() != null);
    add(given, "parallelism", options.getParallelism() != -1);
    add(given, "detached", options.isDetached());
    add(given, "kafkaGroup", !options.getKafkaGroup().equals(KafkaFlags.GROUP));
    add(given, "kafkaProperties", options.getKafkaProperties() != null);
    if (given.isEmpty() && RunnerSupports.of(options).worksElsewhere(options)) {
      throw new UsageException("A cluster is for --input=kafka://HOST:PORT/TOPIC.");
    }
    if (!given.isEmpty()) {
      throw new UsageException(
          "%s %s for --input=kafka://HOST:PORT/TOPIC."
              .formatted(String.join(" and ", given), given.size() == 1 ? "is" : "are"));
    }
  }

  private static void add(List<String> flags, String name, boolean given) {
    if (given) {
      flags.add("--" + name);
    }
  }
}
