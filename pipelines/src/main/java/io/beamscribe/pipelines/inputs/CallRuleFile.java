// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.calls.rules.CallRules;
import io.beamscribe.speech.calls.rules.RuleException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.transforms.storage.StorageSettings;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/** The rules of {@code --callRules}. */
@Internal
public final class CallRuleFile {
  private CallRuleFile() {}

  /**
   * Reads and checks rules.
   *
   * @param address null for none
   * @throws UsageException with the line of the first mistake
   */
  public static CallOptions of(@Nullable String address, StorageSettings storage)
      throws UsageException {
    if (address == null) {
      return CallOptions.DEFAULT;
    }
    String rules = Inputs.text(address, storage);
    try {
      CallRules.parse(rules);
    } catch (RuleException e) {
      throw new UsageException(
          "--callRules=" + Addresses.withoutSecrets(address) + ", " + e.getMessage() + ".");
    }
    return new CallOptions(rules);
  }
}
