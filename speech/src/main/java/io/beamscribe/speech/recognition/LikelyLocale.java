// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;

/**
 * The locale that a bare language code most likely means, since results name languages with their
 * region: that of the Unicode CLDR's likely subtags. Codes that models have of their own become
 * those of BCP 47: {@code jw} is {@code jv}, {@code tl} is {@code fil}.
 */
public final class LikelyLocale {
  private static final Pattern CODE = Pattern.compile("(?!und)[a-z]{2,3}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private LikelyLocale() {}

  /**
   * A locale for a language code; a tag that is more than a code, or whose country is not known, as
   * it is.
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
