// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of a job to which only events come that it is not meant for: its inputs are perhaps
 * misspelled. Shared by all instances of a DoFn in a JVM. Thread-safe.
 */
final class Unmeant {
  private static final Logger LOG = LoggerFactory.getLogger(Unmeant.class);
  private static final Leases<String, Unmeant> SHARED = new Leases<>(Retention.none(), each -> {});

  /** Enough to be no accident; each further warning comes after ten times as many. */
  private static final long ENOUGH = 10;

  private final List<String> inputs;
  private long passed;
  private long next = ENOUGH;
  private boolean taken;

  private Unmeant(List<String> inputs) {
    this.inputs = inputs;
  }

  static Lease<Unmeant> lease(String job, List<String> inputs) {
    return SHARED.share(job, () -> new Unmeant(inputs));
  }

  /** An event told of an object among the inputs. */
  synchronized void taken() {
    taken = true;
  }

  /** An event told of another object. */
  synchronized void passed(String address) {
    passed++;
    if (!taken && passed == next) {
      next *= 10;
      LOG.warn(
          "None of {} events is of an object in {}; the last is of {}. Is --input right?",
          passed,
          String.join(", ", inputs.stream().map(Addresses::withoutSecrets).toList()),
          address);
    }
  }
}
