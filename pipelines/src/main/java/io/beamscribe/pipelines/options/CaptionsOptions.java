// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.speech.transcript.CaptionOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command that writes captions. */
public interface CaptionsOptions extends PipelineOptions {
  /** 0 for what is usual in the script. */
  @Flag(
      group = "Captions",
      order = 36,
      label = "N",
      min = CaptionOptions.LEAST_LENGTH,
      max = CaptionOptions.MOST_LENGTH,
      defaultText = "42; 32 for Korean and Chinese, 26 for Japanese")
  @Description(
      "Longest line of captions; characters of East Asia count twice. Captions are srt, vtt, ttml"
          + " and karaoke.")
  @Default.Integer(0)
  int getCaptionMaxLineLength();

  void setCaptionMaxLineLength(int value);

  @Flag(group = "Captions", order = 37, label = "N", min = 1, max = CaptionOptions.MOST_LINES)
  @Description("Most lines of a caption, 1 to 4.")
  @Default.Integer(CaptionOptions.DEFAULT_LINES)
  int getCaptionLines();

  void setCaptionLines(int value);

  /** The options as the library takes them. */
  static CaptionOptions captions(CaptionsOptions options) {
    return new CaptionOptions(options.getCaptionMaxLineLength(), options.getCaptionLines());
  }
}
