// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.console.LogFormat;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.storage.StorageOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of every job. */
public interface JobOptions extends StorageOptions {
  /** Type and default must be those of the Flink runner's option of the same name. */
  @Flag(
      group = "Running",
      order = 50,
      label = "N",
      min = 1,
      max = 1000,
      defaultText = "all processors")
  @Description("Number of worker threads, or of slots on Flink.")
  @Default.Integer(-1)
  Integer getParallelism();

  void setParallelism(Integer value);

  @Flag(group = "Running", order = 51)
  @Description("Progress on stderr: one updating line on a terminal, otherwise a line every 30 s.")
  @Default.Enum("AUTO")
  ProgressMode getProgress();

  void setProgress(ProgressMode value);

  @Flag(group = "Running", order = 52)
  @Description("Log the stack trace when the job fails.")
  @Default.Boolean(false)
  boolean isDebug();

  void setDebug(boolean value);

  @Flag(group = "Running", order = 54)
  @Description(
      "Logs on stderr: text for people, or json, which makes all of stderr one object per"
          + " line.")
  @Default.Enum("TEXT")
  LogFormat getLogFormat();

  void setLogFormat(LogFormat value);

  @Flag(group = "Running", order = 56)
  @Description(
      "End as soon as the cluster has the job, which then goes on without this program, as with"
          + " 'flink run -d'.")
  @Default.Boolean(false)
  boolean isDetached();

  void setDetached(boolean value);
}
