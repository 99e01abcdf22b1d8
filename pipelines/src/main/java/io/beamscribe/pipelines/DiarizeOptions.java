package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Flag;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** What {@code diarize} takes. */
public interface DiarizeOptions extends ResultOptions, SpeakerCountOptions {
  @Flag(group = "Input and output", order = 1, label = "FOLDER,...")
  @Description("Output folders of runs with --keepEmbeddings.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  /** Null for in place. */
  @Flag(group = "Input and output", order = 2, label = "FOLDER", defaultText = "in place")
  @Description("Where to write, in the same subfolders.")
  String getOutput();

  void setOutput(String value);

  @Flag(
      group = "Input and output",
      order = 3,
      label = "FORMAT,...",
      values = {"json", "txt", "srt", "vtt", "ctm", "rttm"},
      defaultText = "json,txt")
  @Description("Formats to write.")
  @Default.InstanceFactory(TranscribeOptions.DefaultFormats.class)
  List<String> getFormats();

  void setFormats(List<String> value);
}
