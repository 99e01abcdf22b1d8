// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.adapt;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import java.util.List;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code adapt}. */
public interface AdaptOptions extends ModelStoreOptions {
  @Flag(group = "Model", order = 1, label = "MODEL")
  @Description("Model to adapt: an id, a folder, an archive or its address.")
  @Validation.Required
  String getBase();

  void setBase(String value);

  /** Null for the base's own. */
  @Flag(group = "Model", order = 2, label = "LOCALE", defaultText = "that of the base")
  @Description("Language of the data, such as ko-KR.")
  String getLocale();

  void setLocale(String value);

  @Flag(group = "Model", order = 3, label = "FOLDER|FILE.zip")
  @Description("Custom model to write, also to s3a://.../NAME.zip; its name is the model's.")
  @Validation.Required
  String getOutput();

  void setOutput(String value);

  /** Null for none. */
  @Flag(group = "Data", order = 10, label = "FILE,...", defaultText = "none")
  @Description("Text as it is spoken in the audio, a sentence or more a line.")
  List<String> getText();

  void setText(List<String> value);

  /** Null for none. */
  @Flag(group = "Data", order = 11, label = "FILE.md,...", defaultText = "none")
  @Description("Sentences with lists in them, as the cloud service's structured text.")
  List<String> getStructuredText();

  void setStructuredText(List<String> value);

  /** Null for none. */
  @Flag(group = "Data", order = 12, label = "FILE,...", defaultText = "none")
  @Description("How words are said: in a line the written form, a tab, and known words.")
  List<String> getPronunciation();

  void setPronunciation(List<String> value);

  /** Null for none. */
  @Flag(group = "Data", order = 13, label = "FILE.zip,...", defaultText = "none")
  @Description(
      "Audio with transcripts, archives or folders: the transcripts are used as text, and up to 10"
          + " minutes of the audio to count errors before and after.")
  List<String> getAcoustic();

  void setAcoustic(List<String> value);

  /** Null for none. */
  @Flag(group = "Data", order = 14, label = "FILE,...", defaultText = "halves of --acoustic")
  @Description(
      "References to audio to count errors in, as of evaluate; the model reads none of it.")
  List<String> getHeldOut();

  void setHeldOut(List<String> value);

  /** Null to choose it. */
  @Flag(group = "Model", order = 4, label = "PERCENT", defaultText = "chosen on lines held out")
  @Description("How much the text counts, from 1 to 99; more than 20 can harm other speech.")
  String getWeight();

  void setWeight(String value);

  /** Null for that of the base and a tenth more. */
  @Flag(group = "Model", order = 5, label = "MB", defaultText = "that of the base and a tenth")
  @Description("Size of the language model at most; the rarest word sequences are left out for it.")
  String getSize();

  void setSize(String value);
}
