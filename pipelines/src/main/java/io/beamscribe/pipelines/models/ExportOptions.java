// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.pipelines.flags.Flag;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code models export}. */
public interface ExportOptions extends ModelStoreOptions {
  @Flag(group = "Export", order = 1, label = "FOLDER|FILE.zip")
  @Description("Where to write the models, also s3a://.../NAME.zip.")
  @Validation.Required
  String getOutput();

  void setOutput(String value);

  @Flag(group = "Export", order = 2)
  @Description("Write the models named only, not those that detect speech and tell speakers apart.")
  @Default.Boolean(false)
  boolean isOnly();

  void setOnly(boolean value);
}
