// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The phones of English as the CMU dictionary tells them apart, in the order of the model. */
public enum Phoneme {
  AA("ɑ"),
  AE("æ"),
  AH("ʌ"),
  AO("ɔ"),
  AW("aʊ"),
  AY("aɪ"),
  B("b"),
  CH("tʃ"),
  D("d"),
  DH("ð"),
  EH("ɛ"),
  ER("ɝ"),
  EY("eɪ"),
  F("f"),
  G("ɡ"),
  HH("h"),
  IH("ɪ"),
  IY("i"),
  JH("dʒ"),
  K("k"),
  L("l"),
  M("m"),
  N("n"),
  NG("ŋ"),
  OW("oʊ"),
  OY("ɔɪ"),
  P("p"),
  R("ɹ"),
  S("s"),
  SH("ʃ"),
  T("t"),
  TH("θ"),
  UH("ʊ"),
  UW("u"),
  V("v"),
  W("w"),
  Y("j"),
  Z("z"),
  ZH("ʒ");

  private final String ipa;

  Phoneme(String ipa) {
    this.ipa = ipa;
  }

  /** The phone of a name such as {@code AH}; empty if there is none. */
  public static Optional<Phoneme> named(String name) {
    return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** Whether a syllable can be built on it. */
  public boolean isVowel() {
    return switch (this) {
      case AA, AE, AH, AO, AW, AY, EH, ER, EY, IH, IY, OW, OY, UH, UW -> true;
      default -> false;
    };
  }

  /**
   * Its sign in the International Phonetic Alphabet.
   *
   * @param stressed whether its syllable is; two vowels have a weaker form
   */
  public String ipa(boolean stressed) {
    if (stressed) {
      return ipa;
    }
    return this == AH ? "ə" : this == ER ? "ɚ" : ipa;
  }

  /** Its name in the English phone set of the Speech API. */
  public String sapi(boolean stressed) {
    if (this == AH && !stressed) {
      return "ax";
    }
    return this == HH ? "h" : name().toLowerCase(Locale.ROOT);
  }
}
