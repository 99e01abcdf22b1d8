// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.speech.formats.TranscriptFormat;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Formats of every command that creates results. */
public interface FormatsOptions extends ResultOptions {
  @Flag(
      group = "Input and output",
      order = 3,
      label = "FORMAT,...",
      namesOf = TranscriptFormat.class,
      defaultText = "json,txt")
  @Description("Formats to write.")
  @Default.InstanceFactory(DefaultFormats.class)
  List<String> getFormats();

  void setFormats(List<String> value);

  /** The default formats. */
  final class DefaultFormats implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of("json", "txt");
    }
  }
}
