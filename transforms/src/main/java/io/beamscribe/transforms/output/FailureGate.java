// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.settings.FailureBound;
import io.beamscribe.transforms.settings.RunSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Shuts once more files of a run have failed in this process than may: then no more are begun, and
 * those that are begun end as usual. Of other processes it knows nothing, so on a cluster the
 * program that waits for the job has to cancel it. Thread-safe.
 */
@Internal
public final class FailureGate {
  /** Outlives the pause of a runner that frees the instances of one step before the next. */
  private static final Leases<String, FailureGate> SHARED =
      new Leases<>(Retention.until(Duration.ofMinutes(1)), gate -> {});

  private final FailureBound bound;
  private final Set<String> failed = new HashSet<>();
  private long unfinished = Long.MAX_VALUE;
  private long finished;
  private long unlisted;

  private FailureGate(FailureBound bound) {
    this.bound = bound;
  }

  /** The gate of a run, the same for all its steps in this process. */
  public static Lease<FailureGate> lease(RunSettings run) {
    return SHARED.share(run.id(), () -> new FailureGate(run.bounds().failures()));
  }

  /**
   * Takes the listing, without which a share of the files is unknown and the gate stays open.
   *
   * @param files number of files to transcribe, as far as the listing shows
   * @param failures number of inputs and files that failed in listing
   */
  public synchronized void listed(long files, long failures) {
    unfinished = files + failures;
    unlisted = failures;
  }

  /** Takes one of the listed files for finished before, so that it counts for no share. */
  public synchronized void finished() {
    finished++;
  }

  /** Takes a file for failed, which several of its blocks may tell. */
  synchronized void failed(String file) {
    failed.add(file);
  }

  public synchronized boolean isShut() {
    return unlisted + failed.size() > bound.most(unfinished - finished);
  }
}
