// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invalid settings: one sentence that says what is wrong and how to correct it. */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final Pattern FLAG = Pattern.compile("(?<!\\S)--(?=[a-z])");

  /**
   * @param sentence in which settings have the names of flags, as {@code --locale}
   */
  SettingsException(String sentence) {
    this(sentence, null);
  }

  SettingsException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence with settings by their names alone. */
  @Override
  public String getMessage() {
    return FLAG.matcher(flags()).replaceAll("");
  }

  /** The sentence for a command line, on which settings are flags. */
  public String flags() {
    return Objects.requireNonNull(super.getMessage());
  }
}
