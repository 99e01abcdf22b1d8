// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.transforms.settings.RuleFiles;
import io.beamscribe.transforms.settings.SettingsException;
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
    try {
      return address == null ? CallOptions.DEFAULT : RuleFiles.calls(address, storage);
    } catch (SettingsException e) {
      throw UsageException.of(e);
    }
  }
}
