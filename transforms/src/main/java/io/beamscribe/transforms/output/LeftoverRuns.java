// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs have kept for their own report, and left because they or their programs were killed.
 * Where it cannot be removed it is left for the next run, and does no harm.
 */
@Internal
public final class LeftoverRuns {
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverRuns.class);

  /** Long after its last file has failed, a run is over. */
  private static final Duration AGE = Duration.ofDays(30);

  private final OutputLayout output;
  private final AtomicFiles files;

  public LeftoverRuns(OutputLayout output) {
    this.output = output;
    this.files = new AtomicFiles(output.storage());
  }

  /** Removes that of runs which have kept nothing for a long time. */
  public void remove() {
    try {
      Map<String, Long> runs = new HashMap<>();
      for (Map.Entry<String, Long> file : files.times(output.runs()).entrySet()) {
        runs.merge(run(file.getKey()), file.getValue(), Math::max);
      }
      for (Map.Entry<String, Long> run : runs.entrySet()) {
        if (!run.getKey().isEmpty()
            && System.currentTimeMillis() - run.getValue() > AGE.toMillis()) {
          files.deleteFolder(output.run(run.getKey()));
        }
      }
      files.deleteEmptyFolders(output.runs());
    } catch (IOException e) {
      LOG.warn("What old runs have left cannot be removed; the next run will try again", e);
    }
  }

  private static String run(String address) {
    String below =
        address.substring(address.lastIndexOf(OutputLayout.RUNS) + OutputLayout.RUNS.length() + 1);
    return below.substring(0, Math.max(0, below.indexOf('/')));
  }
}
