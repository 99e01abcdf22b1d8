// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command that writes text. */
public interface TextFlags extends PipelineOptions {
  @Flag(group = "Text", order = 40)
  @Description(
      "Marks and capital letters for engines that write none: by Whisper, which hears the audio, by"
          + " rules, or none; auto is Whisper if the run has its model, else rules. See"
          + " docs/text.md.")
  @Default.Enum("AUTO")
  Punctuation getPunctuation();

  void setPunctuation(Punctuation value);

  @Flag(group = "Text", order = 41)
  @Description("Which marks are written: those that are spoken, those that nobody speaks, or both.")
  @Default.Enum("DICTATED_AND_AUTOMATIC")
  PunctuationMode getPunctuationMode();

  void setPunctuationMode(PunctuationMode value);

  /** Null for none. */
  @Flag(group = "Text", order = 42, label = "FILE", defaultText = "none")
  @Description(
      "Your own rules: a file with the sections # itn, # rewrite, # profanity and # test, as for"
          + " Azure's custom display format.")
  String getRules();

  void setRules(String value);

  @Flag(group = "Text", order = 44)
  @Description("What becomes of profanity in the text for readers.")
  @Default.Enum("MASKED")
  ProfanityMode getProfanityFilterMode();

  void setProfanityFilterMode(ProfanityMode value);

  /** Null for none. */
  @Flag(group = "Text", order = 45, label = "WORD;...", defaultText = "none")
  @Description(
      "Further words to treat as profanity, separated by semicolons, or @FILE with one per line.")
  List<String> getProfanityWords();

  void setProfanityWords(List<String> value);

  /** Null for none. */
  @Flag(group = "Text", order = 46, label = "WORD;...", defaultText = "none")
  @Description("Words that are no profanity, separated by semicolons, or @FILE with one per line.")
  List<String> getProfanityExceptions();

  void setProfanityExceptions(List<String> value);
}
