// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects text that nobody said: Whisper was trained on subtitles, on silence it writes what these
 * contain, and it spells laughter.
 */
final class HallucinationFilter {
  /** Confidence from which a phrase typical of subtitles is accepted as speech. */
  private static final double CERTAIN = 0.6;

  /** Phrases from the end of films and videos, without punctuation and in lower case. */
  private static final Set<String> STOCK =
      Set.of(
          "you",
          "bye",
          "thank you",
          "thank you very much",
          "thanks for watching",
          "thank you for watching",
          "thank you so much for watching",
          "please subscribe to my channel",
          "subtitles by the amaraorg community",
          "transcription by castingwords",
          "untertitel der amaraorg community",
          "untertitel im auftrag des zdf für funk 2017",
          "vielen dank fürs zuschauen",
          "sous-titres réalisés par la communauté d'amaraorg",
          "sous-titrage société radio-canada",
          "merci d'avoir regardé cette vidéo",
          "subtítulos realizados por la comunidad de amaraorg",
          "gracias por ver el video",
          "sottotitoli creati dalla comunità amaraorg",
          "legendas pela comunidade amaraorg",
          "obrigado por assistir",
          "ご視聴ありがとうございました",
          "시청해주셔서 감사합니다",
          "mbc 뉴스 이덕영입니다",
          "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
          "字幕由amaraorg社区提供",
          "продолжение следует",
          "субтитры сделал dimatorzok");

  /** Two syllables or more of laughter, or one word of the same syllable again and again. */
  private static final Pattern LAUGHTER =
      Pattern.compile(
          "\\W*(?:[bm]?w?a+\\W*)?(?:h[ae]+h?\\W*|ха+\\W*|哈\\W*|ハ\\W*|[하ㅋㅎ]\\W*){2,}"
              + "|\\W*(?:\\p{L}{1,4}-)?(\\p{L}{1,3})(?:-\\1){5,}\\W*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private HallucinationFilter() {}

  /** Whether a phrase is typical of subtitles and has low confidence. */
  static boolean isStock(Phrase phrase) {
    return isStock(phrase.best().display())
        && phrase.best().words().stream().mapToDouble(Word::confidence).min().orElse(0) < CERTAIN;
  }

  /** Whether a text is a phrase typical of subtitles. */
  static boolean isStock(String text) {
    return STOCK.contains(plain(text));
  }

  /** Whether a text is laughter alone, which nobody says. */
  static boolean isLaughter(String text) {
    return LAUGHTER.matcher(text).matches();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Punct}&&[^'-]]|[。、！？¡¿…]", "").strip().toLowerCase(Locale.ROOT);
  }
}
