// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import io.beamscribe.speech.json.Json;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The speeds of the last runs into an output, one for each model, options, runner and number of
 * threads; the latest comes last. Failing to keep one costs no more than a worse forecast.
 */
public final class RunSpeeds {
  private static final Logger LOG = LoggerFactory.getLogger(RunSpeeds.class);
  private static final int MOST = 50;

  private final String address;
  private final AtomicFiles files;

  /** The stored document. */
  record Stored(List<RunSpeed> runs) {}

  public RunSpeeds(OutputLayout output) {
    this.address = output.speeds();
    this.files = new AtomicFiles(output.storage());
  }

  /** The latest run that is most like one to come; its own figures are not looked at. */
  public Optional<RunSpeed> like(RunSpeed run) {
    List<RunSpeed> all = all();
    Optional<RunSpeed> best = Optional.empty();
    for (RunSpeed each : all) {
      int likeness = each.likeness(run);
      if (likeness > 0 && likeness >= best.map(other -> other.likeness(run)).orElse(0)) {
        best = Optional.of(each);
      }
    }
    return best;
  }

  /** Keeps the speed of a run that has ended. */
  public void add(RunSpeed run) {
    List<RunSpeed> all = new ArrayList<>(all());
    all.removeIf(each -> each.likeness(run) == 4);
    all.add(run);
    try {
      files.write(
          address, Json.write(new Stored(all.subList(Math.max(0, all.size() - MOST), all.size()))));
    } catch (IOException e) {
      LOG.warn("The speed of this run cannot be kept for forecasts: {}", e.getMessage());
    }
  }

  private List<RunSpeed> all() {
    try {
      Optional<byte[]> stored = files.read(address);
      return stored.isEmpty() ? List.of() : Json.read(stored.get(), Stored.class).runs();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }
}
