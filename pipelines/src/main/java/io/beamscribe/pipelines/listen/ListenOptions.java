// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.options.TextFlags;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code listen}. */
public interface ListenOptions extends ModelStoreOptions, TextFlags {
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

  /** Null if the model implies it. */
  @Flag(group = "Recognition", order = 10, label = "LOCALE")
  @Description(
      "Language of the audio, such as ko-KR, or auto to identify it. Required unless"
          + " --model implies it.")
  String getLocale();

  void setLocale(String value);

  /** Null for the catalogue's choice. */
  @Flag(group = "Recognition", order = 11, label = "MODEL", defaultText = "best for the locale")
  @Description(
      "Model: an id from 'beamscribe models list', a folder, an archive, or the https://"
          + " or s3a:// address of one.")
  String getModel();

  void setModel(String value);

  @Flag(group = "Speakers", order = 30)
  @Description("Tell speakers apart.")
  @Default.Boolean(false)
  boolean isDiarization();

  void setDiarization(boolean value);
}
