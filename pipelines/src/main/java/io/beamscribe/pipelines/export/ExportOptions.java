// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.storage.StorageOptions;
import java.util.List;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code export}. */
public interface ExportOptions extends StorageOptions {
  /** As given; {@link Inputs} splits it and reads the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "JSON,...")
  @Description(
      "Transcripts: an output folder of Beamscribe, a folder of results of Azure batch"
          + " transcription, files, patterns, or @FILE that lists one per line.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  /** Null to write into the folder {@code tables} of the input. */
  @Flag(
      group = "Input and output",
      order = 2,
      label = "FOLDER",
      defaultText = "tables, in the input")
  @Description("Folder of the tables files, phrases, words and failures.")
  String getOutput();

  void setOutput(String value);

  @Flag(group = "Input and output", order = 3)
  @Description("Format of the tables.")
  @Validation.Required
  TableFormat getTo();

  void setTo(TableFormat value);

  /** Null for none. */
  @Flag(
      group = "Input and output",
      order = 4,
      label = "FIELD,...",
      namesOf = PartitionField.class,
      defaultText = "none")
  @Description("Divide tables into folders, as Hive does, by these in their order.")
  List<String> getPartitionBy();

  void setPartitionBy(List<String> value);
}
