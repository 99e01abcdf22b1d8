// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;

/**
 * The most likely locale of a bare language code, since results name languages with their region:
 * by the likely subtags of the Unicode CLDR. Codes specific to models become those of BCP 47:
 * {@code jw} is {@code jv}, {@code tl} is {@code fil}.
 */
public final class LikelyLocale {
  private static final Pattern CODE = Pattern.compile("(?!und)[a-z]{2,3}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private LikelyLocale() {}

  /**
   * The likely locale of a language code; any other tag, or a code without a known region, is
   * returned unchanged.
   */
  public static String of(String tag) {
    if (!CODE.matcher(tag).matches()) {
      return tag;
    }
    ULocale likely = ULocale.addLikelySubtags(new ULocale(tag));
    return COUNTRY.matcher(likely.getCountry()).matches()
        ? likely.getLanguage() + "-" + likely.getCountry()
        : tag;
  }
}
