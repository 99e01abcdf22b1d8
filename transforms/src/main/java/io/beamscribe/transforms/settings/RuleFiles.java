// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.calls.rules.CallRules;
import io.beamscribe.speech.calls.rules.RuleException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.text.rules.RulesText;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.annotations.Internal;

/** Files with rules of the user. */
@Internal
public final class RuleFiles {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private RuleFiles() {}

  /** Rules for the display text; mistakes in them are found later, when the language is known. */
  public static RulesText text(String address, StorageSettings storage) {
    return new RulesText(Addresses.withoutSecrets(address), content(address, storage));
  }

  /** Rules for calls, checked. */
  public static CallOptions calls(String address, StorageSettings storage) {
    String rules = content(address, storage);
    try {
      CallRules.parse(rules);
    } catch (RuleException e) {
      throw new SettingsException(
          "--callRules=" + Addresses.withoutSecrets(address) + ", " + e.getMessage() + ".");
    }
    return new CallOptions(rules);
  }

  private static String content(String address, StorageSettings storage) {
    String text = new String(bytes(address, storage), StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      throw new SettingsException(
          "The file " + Addresses.withoutSecrets(address) + " is not text in UTF-8.");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static byte[] bytes(String address, StorageSettings storage) {
    try {
      return new AtomicFiles(storage)
          .read(address)
          .orElseThrow(() -> new FileNotFoundException(address));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(
          "The file "
              + Addresses.withoutSecrets(address)
              + " cannot be read"
              + TooLargeException.reason(e)
              + ".",
          e);
    }
  }
}
