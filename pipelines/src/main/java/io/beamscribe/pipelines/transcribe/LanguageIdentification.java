// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

/** How often the language is identified. */
public enum LanguageIdentification {
  /** Once per file. */
  SINGLE,
  /** For each segment of speech between pauses. */
  CONTINUOUS
}
