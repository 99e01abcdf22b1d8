// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.adapt;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.storage.StorageOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of the {@code dataset} commands. */
public interface DatasetOptions extends StorageOptions {
  /** Null to tell it from the file. */
  @Flag(group = "Data", order = 1, label = "KIND", defaultText = "told from the file")
  @Description(
      "Language, Pronunciation, LanguageMarkdown, Acoustic, AudioFiles or OutputFormatting.")
  String getKind();

  void setKind(String value);

  /** Null for American English. */
  @Flag(group = "Data", order = 2, label = "LOCALE", defaultText = "en-US")
  @Description("Language of the data, which the rules of OutputFormatting depend on.")
  String getLocale();

  void setLocale(String value);

  @Flag(group = "Data", order = 3)
  @Description("Print JSON, with every line that is rejected, up to a thousand a file.")
  @Default.Boolean(false)
  boolean isJson();

  void setJson(boolean value);
}
