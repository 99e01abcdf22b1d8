// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.Flag;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@code transcribe} that a job without end cannot have. */
public interface BatchOptions extends TranscribeOptions {
  /** Null for no limit. */
  @Flag(group = "Extent", order = 46, label = "N|HOURSh", defaultText = "none")
  @Description(
      "Transcribe at most so many files, as in 100, or hours of audio, as in 2.5h: the first by"
          + " name that are not finished, so that repeated runs come to all of them.")
  String getLimit();

  void setLimit(String value);

  @Flag(group = "Extent", order = 48)
  @Description(
      "Transcribe nothing, but say what would be done, why, and what it takes, by the speed of runs"
          + " before.")
  @Default.Boolean(false)
  boolean isDryRun();

  void setDryRun(boolean value);

  /** Null for none. */
  @Flag(group = "Extent", order = 49, label = "PRICE", defaultText = "none")
  @Description("With --dryRun: price of a thread for an hour, for the cost of the run.")
  String getPricePerCoreHour();

  void setPricePerCoreHour(String value);

  /** Null for none. */
  @Flag(group = "Extent", order = 50, label = "PERCENT%", defaultText = "none")
  @Description(
      "Exit with code 3 if the expected accuracy of the words transcribed in this run, by their"
          + " confidence, is lower, as in 85%.")
  String getFailBelow();

  void setFailBelow(String value);

  /** Null for any number. */
  @Flag(group = "Extent", order = 47, label = "N|PERCENT%", defaultText = "any number")
  @Description(
      "How many files may fail, as in 10, or which share of those not finished before, as in 5%."
          + " Once more have failed, no file is begun, and the exit code is 1.")
  String getMaxFailures();

  void setMaxFailures(String value);
}
