// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.models;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which model of the catalogue recognises a locale when the caller names none. Found out once: to
 * look whether a better one can be fetched by now takes longer than a short file. Thread-safe.
 */
public final class ModelChoices {
  private final Optional<String> fixed;
  private final Map<String, String> chosen = new ConcurrentHashMap<>();

  /**
   * @param fixed the operator's choice for all locales
   */
  public ModelChoices(Optional<String> fixed) {
    this.fixed = fixed;
  }

  public Optional<String> of(String locale) {
    return fixed.or(() -> Optional.ofNullable(chosen.get(locale.toLowerCase(Locale.ROOT))));
  }

  public void remember(String locale, String model) {
    chosen.put(locale.toLowerCase(Locale.ROOT), model);
  }
}
