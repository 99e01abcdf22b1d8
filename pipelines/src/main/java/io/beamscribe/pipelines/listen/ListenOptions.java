// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelOptions;
import io.beamscribe.pipelines.options.TextFlags;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code listen}. */
public interface ListenOptions extends ModelOptions, TextFlags {
  /** Exactly one; other commands take several, and Beam asks for the same type. */
  @Flag(group = "Input and output", order = 1, label = "FILE")
  @Description("Audio that is read while it comes: - for the standard input, a named pipe, a file.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  @Flag(group = "Input and output", order = 2)
  @Description("How phrases are printed: a line each, or subtitles.")
  @Default.Enum("TXT")
  LiveFormat getFormat();

  void setFormat(LiveFormat value);

  @Flag(group = "Speakers", order = 30)
  @Description("Tell speakers apart.")
  @Default.Boolean(false)
  boolean isDiarization();

  void setDiarization(boolean value);
}
