// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelOptions;
import io.beamscribe.pipelines.options.JobOptions;
import io.beamscribe.pipelines.options.KafkaFlags;
import io.beamscribe.pipelines.options.TextFlags;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code listen}. */
public interface ListenOptions extends ModelOptions, TextFlags, JobOptions, KafkaFlags {
  /** Exactly one; other commands take several, and Beam asks for the same type. */
  @Flag(group = "Input and output", order = 1, label = "AUDIO")
  @Description(
      "Audio that is read while it comes: - for the standard input, a named pipe, a file, or many"
          + " sessions in a topic, kafka://HOST:PORT/TOPIC.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  /** Null for lines. */
  @Flag(group = "Input and output", order = 2, defaultText = "txt")
  @Description("How phrases are printed: a line each, or subtitles. Not for a topic.")
  LiveFormat getFormat();

  void setFormat(LiveFormat value);

  /** Null unless a topic is read. */
  @Flag(group = "Input and output", order = 3, label = "TOPIC", defaultText = "the terminal")
  @Description("Where the phrases of a topic go: kafka://HOST:PORT/TOPIC.")
  String getOutput();

  void setOutput(String value);

  /** Null unless given; then true is meant. */
  @Flag(group = "Input and output", order = 4, defaultText = "true")
  @Description("Write to the topic what is not final yet as well, some times a second.")
  Boolean getPartials();

  void setPartials(Boolean value);

  /** Null unless given; then two minutes are meant. */
  @Flag(group = "Input and output", order = 5, label = "TIME", defaultText = "2m")
  @Description("Sessions of a topic end that get no audio for so long, as in 30s or 2m.")
  String getIdle();

  void setIdle(String value);

  @Flag(group = "Speakers", order = 30)
  @Description("Tell speakers apart.")
  @Default.Boolean(false)
  boolean isDiarization();

  void setDiarization(boolean value);
}
