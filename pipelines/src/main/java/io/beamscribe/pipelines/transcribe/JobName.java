// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import java.util.List;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The name of a job on a cluster, by which a program that is started again finds the job of the one
 * before. Immutable.
 *
 * @param work the same for all jobs that do the same work
 * @param given whether the user has named the job so; otherwise each job has a last part of its own
 */
record JobName(String work, boolean given) {
  private static final String LAST = ".";
  private static final int LETTERS = 12;

  /**
   * @param kind what users call jobs of its kind
   */
  static JobName of(PipelineOptions options, String kind, TranscriptionSetup setup) {
    // Beam has a new name each time it is asked, unless one was set.
    boolean given =
        DisplayData.from(options).asMap().keySet().stream()
            .anyMatch(id -> id.getKey().equals("jobName"));
    if (given) {
      return new JobName(options.getJobName(), true);
    }
    List<Object> work =
        List.of(
            setup.inputs().all(),
            setup.settings().output().root(),
            setup.settings().run().selection(),
            new TreeMap<>(setup.settings().run().choices().inputs()),
            setup.settings().results().fingerprint(""));
    return new JobName(
        kind + "-" + DigestUtils.sha256Hex(work.toString()).substring(0, LETTERS), false);
  }

  /** The name of one job. */
  String of(String run) {
    return given ? work : work + LAST + run.substring(0, Math.min(run.length(), 8));
  }

  /** Whether a job of that name does the same work. */
  boolean fits(String name) {
    return given ? name.equals(work) : name.startsWith(work + LAST);
  }
}
