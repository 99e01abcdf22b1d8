// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

/** How often the spoken language is identified: {@code --languageIdentification}. */
public enum LanguageIdentification {
  /** Once per file. */
  SINGLE,
  /** For each segment of speech between pauses. */
  CONTINUOUS
}
