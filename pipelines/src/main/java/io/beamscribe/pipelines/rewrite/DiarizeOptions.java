// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.options.FormatsOptions;
import io.beamscribe.pipelines.options.SpeakersOptions;
import java.util.List;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code diarize}. */
public interface DiarizeOptions extends RewriteOptions, FormatsOptions, SpeakersOptions {
  /** As given; {@link Inputs} splits it and reads the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "FOLDER,...")
  @Description("Output folders of runs with --keepEmbeddings.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);
}
