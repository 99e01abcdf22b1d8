// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Languages of texts. */
final class Languages {
  private Languages() {}

  /** The language of a phrase in two or three letters; empty if unknown. */
  static String of(Phrase phrase, Transcript transcript) {
    String language = Locale.forLanguageTag(tag(phrase.locale(), transcript)).getLanguage();
    return language.equals("und") ? "" : language;
  }

  /** The most spoken language of a transcript as a tag of BCP-47; {@code und} if unknown. */
  static String of(Transcript transcript) {
    Optional<String> first =
        transcript.phrases().stream().flatMap(each -> Stream.ofNullable(each.locale())).findFirst();
    return tag(transcript.provenance() == null ? first.orElse(null) : null, transcript);
  }

  private static String tag(@Nullable String ofPhrase, Transcript transcript) {
    String text =
        ofPhrase != null || transcript.provenance() == null
            ? Optional.ofNullable(ofPhrase).orElse("und")
            : transcript.provenance().locale();
    return Locale.forLanguageTag(text.replaceFirst(",.*", "").strip()).toLanguageTag();
  }
}
