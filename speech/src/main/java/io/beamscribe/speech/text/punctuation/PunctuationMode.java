// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

/** Which marks are written, as Azure AI Speech names the modes. */
public enum PunctuationMode {
  NONE("None"),
  /** Only marks that are spoken, such as <i>question mark</i>. */
  DICTATED("Dictated"),
  /** Only marks that nobody speaks. */
  AUTOMATIC("Automatic"),
  DICTATED_AND_AUTOMATIC("DictatedAndAutomatic");

  private final String label;

  PunctuationMode(String label) {
    this.label = label;
  }

  /** Whether spoken marks are written as marks. */
  public boolean dictated() {
    return this == DICTATED || this == DICTATED_AND_AUTOMATIC;
  }

  /** Whether marks are written where nobody speaks them. */
  public boolean automatic() {
    return this == AUTOMATIC || this == DICTATED_AND_AUTOMATIC;
  }

  /** The service's name. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
