package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Flag;
import io.beamscribe.pipelines.storage.StorageOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** What {@code render} takes. */
public interface RenderOptions extends ResultOptions, StorageOptions {
  /** As given: {@link Inputs} splits it and opens the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "JSON,...")
  @Description(
      "Transcripts: an output folder of Beamscribe, a folder of Azure results, files, patterns,"
          + " or @FILE with one of these a line.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  /** Null for beside the JSON. */
  @Flag(group = "Input and output", order = 2, label = "FOLDER", defaultText = "beside the JSON")
  @Description("Where to write, in the same subfolders.")
  String getOutput();

  void setOutput(String value);

  /** Has to be said; Beam wants the same default wherever an option is called alike. */
  @Flag(
      group = "Input and output",
      order = 3,
      label = "FORMAT,...",
      values = {"json", "txt", "srt", "vtt", "ctm", "rttm"})
  @Description("Formats to write.")
  @Default.InstanceFactory(TranscribeOptions.DefaultFormats.class)
  @Validation.Required
  List<String> getFormats();

  void setFormats(List<String> value);
}
