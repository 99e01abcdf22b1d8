// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.pipelines.flags.Flag;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of the {@code voices} commands. */
public interface VoicesOptions extends ModelStoreOptions {
  @Flag(group = "Voices", order = 30, label = "FOLDER")
  @Description("Folder of known voices. These are biometric data.")
  @Validation.Required
  String getVoices();

  void setVoices(String value);
}
