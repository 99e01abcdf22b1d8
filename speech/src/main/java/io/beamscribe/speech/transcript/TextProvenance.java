// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a result was written: the object {@code beamscribe.text}. Immutable.
 *
 * @param version of the rules that wrote the forms; empty while the text is as recognised
 * @param verbatim locales whose engine writes words only as spoken, so that numbers, marks and
 *     capital letters of their phrases are Beamscribe's
 * @param punctuation where the marks of these phrases come from: {@code whisper}, {@code rules} or
 *     {@code none}
 * @param punctuationMode which marks were asked for
 * @param entities personal data that was taken out; null if none was looked for
 */
public record TextProvenance(
    String version,
    List<String> verbatim,
    String punctuation,
    String punctuationMode,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RedactedPart> entities) {
  public TextProvenance {
    verbatim = List.copyOf(verbatim);
    entities = entities == null ? null : List.copyOf(entities);
  }

  /** A copy that tells what was taken out besides what was before. */
  public TextProvenance without(List<RedactedPart> parts) {
    List<RedactedPart> all = new ArrayList<>(entities == null ? List.of() : entities);
    all.addAll(parts);
    return new TextProvenance(version, verbatim, punctuation, punctuationMode, all);
  }

  /** The text of engines as it is. */
  public static TextProvenance asRecognized(List<String> verbatim) {
    return new TextProvenance("", verbatim, "", "", null);
  }
}
