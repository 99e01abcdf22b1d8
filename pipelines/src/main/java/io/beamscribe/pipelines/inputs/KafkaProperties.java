// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.options.KafkaFlags;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --kafkaProperties}. */
public final class KafkaProperties {
  private KafkaProperties() {}

  /**
   * Checks the file where the work is done here; other workers have their own.
   *
   * @throws UsageException if it cannot be read
   */
  public static void requireReadable(KafkaFlags options) throws UsageException {
    String file = options.getKafkaProperties();
    if (file != null
        && RunnerSupports.of(options).worksHere()
        && !Files.isReadable(Path.of(file))) {
      throw new UsageException("The file of --kafkaProperties, '" + file + "', cannot be read.");
    }
  }
}
