// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import java.util.List;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command that takes personal data out of text. */
public interface RedactFlags extends PipelineOptions {
  /** Null for none. */
  @Flag(group = "Text", order = 47, label = "KIND,...", defaultText = "none")
  @Description(
      "Personal data to replace in every form of the text: card, iban, ssn, email, ip, url, phone,"
          + " id, date, address, name, or all.")
  List<String> getRedact();

  void setRedact(List<String> value);
}
