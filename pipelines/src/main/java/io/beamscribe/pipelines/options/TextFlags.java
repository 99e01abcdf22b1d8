// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command that writes text. */
public interface TextFlags extends PipelineOptions {
  @Flag(group = "Text", order = 40)
  @Description(
      "Marks and capital letters for engines that write none: by rules, or words as spoken.")
  @Default.Enum("AUTO")
  Punctuation getPunctuation();

  void setPunctuation(Punctuation value);

  @Flag(group = "Text", order = 41)
  @Description("Which marks are written: those that are spoken, those that nobody speaks, or both.")
  @Default.Enum("DICTATED_AND_AUTOMATIC")
  PunctuationMode getPunctuationMode();

  void setPunctuationMode(PunctuationMode value);

  /** How text is written. */
  static TextOptions text(TextFlags options) {
    return new TextOptions(options.getPunctuation(), options.getPunctuationMode());
  }
}
