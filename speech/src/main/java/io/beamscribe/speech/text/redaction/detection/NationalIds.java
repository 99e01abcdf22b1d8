// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The numbers that states give to persons, with their check digits. */
enum NationalIds {
  /** Social security number: area, group and serial number are never all zeros. */
  US("en", 9, "(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}", text -> true, true),
  /** National insurance number. */
  GB("en", 9, "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]", t -> true),
  /** 주민등록번호: date of birth, sex and century; those given since 2020 have no check digit. */
  KR("ko", 13, "\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[1-8]\\d{6}", text -> true),
  /** マイナンバー. */
  JP("ja", 12, "\\d{12}", NationalIds::japanese, true),
  /** 身份证. */
  CN(
      "zh",
      18,
      "[1-9]\\d{5}(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]",
      NationalIds::chinese),
  /** NIF and NIE. */
  ES("es", 9, "[XYZ\\d]\\d{7}[A-Z]", NationalIds::spanish),
  /** NIR. */
  FR("fr", 15, "[12]\\d\\d(0[1-9]|1[0-2]|[2-9]\\d)\\d{10}", NationalIds::french),
  /** Steuerliche Identifikationsnummer: ISO 7064, MOD 11,10. */
  DE("de", 11, "[1-9]\\d{10}", NationalIds::german, true),
  /** Codice fiscale. */
  IT("it", 16, "[A-Z]{6}\\d\\d[A-EHLMPR-T]\\d\\d[A-Z]\\d{3}[A-Z]", text -> true),
  /** CPF. */
  BR("pt", 11, "(?!(\\d)\\1{10})\\d{11}", NationalIds::brazilian),
  /** Burgerservicenummer. */
  NL("nl", 9, "\\d{9}", NationalIds::dutch, true);

  private final String language;
  private final int length;
  private final Pattern form;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Predicate<String> check;

  private final boolean needsCue;

  NationalIds(String language, int length, String form, Predicate<String> check) {
    this(language, length, form, check, false);
  }

  /**
   * @param needsCue whether many other numbers pass as well
   */
  NationalIds(String language, int length, String form, Predicate<String> check, boolean needsCue) {
    this.language = language;
    this.length = length;
    this.form = Pattern.compile(form);
    this.check = check;
    this.needsCue = needsCue;
  }

  int length() {
    return length;
  }

  /** Whether they are given where a language is spoken. */
  boolean spokenIn(String tongue) {
    return language.equals(tongue);
  }

  boolean needsCue() {
    return needsCue;
  }

  boolean isValid(String text) {
    return form.matcher(text).matches() && check.test(text);
  }

  private static int digit(String text, int index) {
    return text.charAt(index) - '0';
  }

  private static boolean japanese(String text) {
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      sum += digit(text, 11 - n) * (n <= 6 ? n + 1 : n - 5);
    }
    int rest = sum % 11;
    return digit(text, 11) == (rest <= 1 ? 0 : 11 - rest);
  }

  private static boolean chinese(String text) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += digit(text, i) * (1 << 17 - i) % 11;
    }
    return "10X98765432".charAt(sum % 11) == text.charAt(17);
  }

  private static boolean spanish(String text) {
    String digits = text.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == text.charAt(8);
  }

  private static boolean french(String text) {
    return 97 - Long.parseLong(text.substring(0, 13)) % 97 == Integer.parseInt(text.substring(13));
  }

  private static boolean german(String text) {
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digit(text, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(text, 10);
  }

  private static boolean brazilian(String text) {
    return brazilian(text, 9) == digit(text, 9) && brazilian(text, 10) == digit(text, 10);
  }

  private static int brazilian(String text, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += digit(text, i) * (length + 1 - i);
    }
    return sum * 10 % 11 % 10;
  }

  private static boolean dutch(String text) {
    int sum = -digit(text, 8);
    for (int i = 0; i < 8; i++) {
      sum += digit(text, i) * (9 - i);
    }
    return sum % 11 == 0;
  }
}
