// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.util.List;

/**
 * How the text of a result was written: the object {@code beamscribe.text}. Immutable.
 *
 * @param version of the rules that wrote the forms; empty while the text is as recognised
 * @param verbatim locales whose engine writes words only as spoken, so that numbers, marks and
 *     capital letters of their phrases are Beamscribe's
 * @param punctuation where the marks of these phrases come from: {@code whisper}, {@code rules} or
 *     {@code none}
 * @param punctuationMode which marks were asked for
 */
public record TextProvenance(
    String version, List<String> verbatim, String punctuation, String punctuationMode) {
  public TextProvenance {
    verbatim = List.copyOf(verbatim);
  }

  /** The text of engines as it is. */
  public static TextProvenance asRecognized(List<String> verbatim) {
    return new TextProvenance("", verbatim, "", "");
  }
}
