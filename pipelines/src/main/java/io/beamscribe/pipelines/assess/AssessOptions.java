// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.assess;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.options.JobOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code assess}. */
public interface AssessOptions extends JobOptions, ModelStoreOptions {
  /** As given; {@link Inputs} splits it and reads the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "AUDIO,...")
  @Description("Recordings: files, folders, patterns, addresses, or @FILE that lists one per line.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  @Flag(group = "Input and output", order = 2, label = "FOLDER")
  @Description("Folder for a result of each recording and the report.")
  @Validation.Required
  String getOutput();

  void setOutput(String value);

  /** Null for free speech. */
  @Flag(group = "Input and output", order = 3, label = "FILE,...", defaultText = "free speech")
  @Description(
      "What was to be read, a line a recording: path, locale and text with tabs between, or the"
          + " columns that the first line names, of path, locale, text, speaker, class, date.")
  List<String> getReferences();

  void setReferences(List<String> value);

  /** Null for en-US; other commands have no default for it, and Beam asks for the same one. */
  @Flag(group = "Input and output", order = 10, label = "LOCALE", defaultText = "en-US")
  @Description("Language of recordings whose line names none. Only English has scores.")
  String getLocale();

  void setLocale(String value);

  @Flag(group = "Assessment", order = 20)
  @Description("Tell words that were left out or added.")
  @Default.Boolean(true)
  boolean isMiscue();

  void setMiscue(boolean value);

  @Flag(group = "Assessment", order = 21)
  @Description("Name phones by the International Phonetic Alphabet instead of the Speech API.")
  @Default.Boolean(false)
  boolean isIpa();

  void setIpa(boolean value);

  @Flag(group = "Assessment", order = 22, label = "N", min = 0, max = 10)
  @Description("How many phones to give in the place of each, the likeliest first.")
  @Default.Integer(5)
  Integer getPhonemeCandidates();

  void setPhonemeCandidates(Integer value);
}
