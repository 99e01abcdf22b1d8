// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of every command that writes results. */
public interface ResultOptions extends CaptionsOptions, CallsOptions {
  @Flag(group = "Input and output", order = 4)
  @Description("Include the time and confidence of each word.")
  @Default.Boolean(true)
  boolean isWordLevelTimestamps();

  void setWordLevelTimestamps(boolean value);
}
