// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** All kinds of personal data: {@code --redact}. Of two that overlap, the first here counts. */
public enum PersonalData {
  /** Numbers of payment cards. */
  CARD,
  /** Numbers of bank accounts as IBAN. */
  IBAN,
  /** Numbers that a state gives to a person, as the social security number of the United States. */
  SSN,
  /** Addresses of mail. */
  EMAIL,
  /** Addresses of the internet protocol, versions 4 and 6. */
  IP,
  /** Addresses of pages and names of domains. */
  URL,
  /** Telephone numbers. */
  PHONE,
  /** Other numbers of a person that are named as such: passports, licences, accounts, orders. */
  ID,
  /** Full dates, and any date of birth. */
  DATE,
  /** Postal addresses and their parts. */
  ADDRESS,
  /** Names of persons. */
  NAME;

  /** The word for all kinds. */
  private static final String ALL = "all";

  /** The word for it in options and results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands in place of it. */
  public String placeholder() {
    return "[" + word() + "]";
  }

  /** Whether it takes the model of names to find it. */
  public boolean needsModel() {
    return this == NAME || this == ADDRESS;
  }

  /**
   * The kinds that words name, {@code all} being every one; several may stand in one, with commas.
   *
   * @throws IllegalArgumentException with a sentence for people, if a word names none
   */
  public static Set<PersonalData> of(Collection<String> words) {
    Set<PersonalData> kinds = EnumSet.noneOf(PersonalData.class);
    for (String given : words.stream().flatMap(each -> Stream.of(each.split(","))).toList()) {
      String word = given.strip().toLowerCase(Locale.ROOT);
      if (word.equals(ALL)) {
        kinds.addAll(EnumSet.allOf(PersonalData.class));
      } else if (!word.isEmpty()) {
        kinds.add(
            Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mustBe(given))));
      }
    }
    return kinds;
  }

  private static String mustBe(String given) {
    List<String> choices =
        new ArrayList<>(Arrays.stream(values()).map(PersonalData::word).toList());
    choices.add(ALL);
    return Words.mustBe("Each kind of --redact", choices, given);
  }
}
