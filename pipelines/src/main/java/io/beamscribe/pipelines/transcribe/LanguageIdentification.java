// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

/** How often it is found out what language is spoken. */
public enum LanguageIdentification {
  /** Once a file. */
  SINGLE,
  /** For each stretch of speech between pauses. */
  CONTINUOUS
}
