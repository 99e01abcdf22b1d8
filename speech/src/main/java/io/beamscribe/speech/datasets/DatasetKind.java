// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of datasets, with the names that the cloud service gives them. */
public enum DatasetKind {
  /** Plain text, a sentence a line. */
  LANGUAGE("Language"),
  /** How words are said: written form, tab, spoken form. */
  PRONUNCIATION("Pronunciation"),
  /** Sentences with lists in them, as Markdown. */
  LANGUAGE_MARKDOWN("LanguageMarkdown"),
  /** Audio with transcripts: an archive or a folder. */
  ACOUSTIC("Acoustic"),
  /** Audio alone: an archive or a folder. */
  AUDIO_FILES("AudioFiles"),
  /** Rules for the display text. */
  OUTPUT_FORMATTING("OutputFormatting");

  private final String label;

  DatasetKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The kind of a name, in whichever case. */
  public static Optional<DatasetKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label.equalsIgnoreCase(name)).findFirst();
  }
}
