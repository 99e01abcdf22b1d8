// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.options.ResultOptions;
import io.beamscribe.pipelines.options.TextFlags;
import org.apache.beam.sdk.options.Description;

/** Options of every command that rewrites existing results. */
public interface RewriteOptions extends ResultOptions, TextFlags, ModelStoreOptions {
  /** Null to write beside the JSON. */
  @Flag(group = "Input and output", order = 2, label = "FOLDER", defaultText = "beside the JSON")
  @Description("Folder to write to, in the same subfolders.")
  String getOutput();

  void setOutput(String value);
}
