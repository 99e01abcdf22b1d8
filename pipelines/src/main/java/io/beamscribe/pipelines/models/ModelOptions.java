// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.pipelines.flags.Flag;
import org.apache.beam.sdk.options.Description;

/** Which language is spoken, and by which model it is recognised. */
public interface ModelOptions extends ModelStoreOptions {
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
}
