// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.sample;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.storage.StorageOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code sample}. */
public interface SampleOptions extends StorageOptions {
  /** As given; {@link Inputs} splits it and reads the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "JSON,...")
  @Description(
      "Transcripts: an output folder of Beamscribe, a folder of results of Azure batch"
          + " transcription, files, patterns, or @FILE that lists one per line.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  /** Required. */
  @Flag(group = "Input and output", order = 2, label = "FOLDER")
  @Description(
      "Folder to write audio, refs.tsv, correct.html and origins.csv to; one without refs.tsv.")
  @Validation.Required
  String getOutput();

  void setOutput(String value);

  /** How many segments at most. */
  @Flag(group = "Input and output", order = 3, label = "N", min = 1, max = 1000)
  @Description("Number of segments, 1 to 1000.")
  @Default.Integer(20)
  int getCount();

  void setCount(int value);
}
