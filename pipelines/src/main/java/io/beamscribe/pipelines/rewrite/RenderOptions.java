// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.options.FormatsOptions;
import io.beamscribe.pipelines.options.RedactFlags;
import io.beamscribe.speech.formats.TranscriptFormat;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code render}. */
public interface RenderOptions extends RewriteOptions, RedactFlags {
  /** As given; {@link Inputs} splits it and reads the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "JSON,...")
  @Description(
      "Transcripts: an output folder of Beamscribe, a folder of results of Azure batch"
          + " transcription, files, patterns, or @FILE that lists one per line.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  /**
   * Required; the default is there because Beam requires the same one for options of the same name.
   */
  @Flag(
      group = "Input and output",
      order = 3,
      label = "FORMAT,...",
      namesOf = TranscriptFormat.class,
      unless = "analytics")
  @Description("Formats to write.")
  @Default.InstanceFactory(FormatsOptions.DefaultFormats.class)
  @Validation.Required
  List<String> getFormats();

  void setFormats(List<String> value);
}
