// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.text;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.options.RedactFlags;
import io.beamscribe.pipelines.options.TextFlags;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code text}. */
public interface TextOptions extends TextFlags, RedactFlags, ModelStoreOptions {
  @Flag(group = "Text", order = 1, label = "LOCALE")
  @Description("Language of the lines, such as en-US.")
  @Validation.Required
  String getLocale();

  void setLocale(String value);
}
