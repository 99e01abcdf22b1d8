// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the audio streams of a file, as its header describes it.
 *
 * @param number among the audio streams, from 1
 * @param language ISO 639 code as the file has it, such as {@code deu}; null if there is none
 * @param isDefault whether the file marks it as the one to play
 * @param isComment whether the file marks it as a commentary, or as a description for the blind
 * @param codec such as {@code aac}; null if unknown
 * @param rate in Hz; 0 if unknown
 * @param layout of the channels in ffmpeg's words, such as {@code 5.1(side)}; empty if unknown
 */
public record AudioStream(
    int number,
    @Nullable String language,
    boolean isDefault,
    boolean isComment,
    @Nullable String codec,
    int rate,
    String layout) {
  /** Layouts of ffmpeg that begin with front left, right and centre. */
  private static final Pattern CENTRED =
      Pattern.compile(
          "(?!3\\.0\\(back\\)|6\\.[01]\\(front\\))[3-9]\\.\\d(\\.\\d)?(\\([a-z-]+\\))?"
              + "|hexagonal|octagonal|hexadecagonal");

  private static final Pattern LISTED = Pattern.compile("\\d+ channels \\(([A-Z+]+)\\)");

  /** The index of the channel in the front centre; -1 if there is none, or nothing tells. */
  public int centre() {
    Matcher listed = LISTED.matcher(layout);
    if (listed.matches()) {
      return List.of(listed.group(1).split("\\+", -1)).indexOf("FC");
    }
    return CENTRED.matcher(layout).matches() ? 2 : -1;
  }

  /** The error of a file that has fewer audio streams than it would need. */
  public static SpeechException missing(String name, int wanted, int number) {
    String streams = number == 1 ? " has one audio stream" : " has " + number + " audio streams";
    return new SpeechException(
        ErrorKind.UNSUPPORTED_AUDIO,
        name + streams + ", and --audioStream asks for number " + wanted + ".");
  }

  /** A copy with another number. */
  public AudioStream withNumber(int other) {
    return new AudioStream(other, language, isDefault, isComment, codec, rate, layout);
  }

  /** Streams for people, as in {@code 1 (deu), 2 (eng, default)}. */
  public static String describe(List<AudioStream> streams) {
    return streams.stream().map(AudioStream::text).collect(Collectors.joining(", "));
  }

  private String text() {
    String mark = isDefault ? "default" : "";
    String all = language == null ? mark : mark.isEmpty() ? language : language + ", " + mark;
    return all.isEmpty() ? "" + number : number + " (" + all + ")";
  }
}
