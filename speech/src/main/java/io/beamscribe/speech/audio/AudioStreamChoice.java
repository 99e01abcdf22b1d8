// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which audio stream of a file is transcribed: {@code --audioStream}. Immutable.
 *
 * @param text {@code default}, a number from 1, or a language
 */
public record AudioStreamChoice(String text) implements Serializable {
  /** What players take: the stream that is marked as default, else the first. */
  public static final AudioStreamChoice DEFAULT = new AudioStreamChoice("default");

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*");

  /** Bibliographic codes of ISO 639-2, which Matroska and MP4 use, by those of terminology. */
  private static final Map<String, String> TERMS =
      Map.ofEntries(
          Map.entry("alb", "sqi"),
          Map.entry("arm", "hye"),
          Map.entry("baq", "eus"),
          Map.entry("bur", "mya"),
          Map.entry("chi", "zho"),
          Map.entry("cze", "ces"),
          Map.entry("dut", "nld"),
          Map.entry("fre", "fra"),
          Map.entry("geo", "kat"),
          Map.entry("ger", "deu"),
          Map.entry("gre", "ell"),
          Map.entry("ice", "isl"),
          Map.entry("mac", "mkd"),
          Map.entry("mao", "mri"),
          Map.entry("may", "msa"),
          Map.entry("per", "fas"),
          Map.entry("rum", "ron"),
          Map.entry("slo", "slk"),
          Map.entry("tib", "bod"),
          Map.entry("wel", "cym"));

  /**
   * @throws IllegalArgumentException if the text is none of the three
   */
  public AudioStreamChoice {
    text = text.strip();
    if (text.equalsIgnoreCase("default")) {
      text = "default";
    } else if (!NUMBER.matcher(text).matches() && !LANGUAGE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither default, nor the number of an audio stream, nor a language");
    }
  }

  public boolean isDefault() {
    return text.equals("default");
  }

  /** The number that is asked for; empty for anything else. */
  public Optional<Integer> number() {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /**
   * The number of the stream to take, from 1: where no stream has the language that is asked for,
   * the default one, as players do. A number is returned as it is, whether there is such a stream
   * or not.
   */
  public int of(List<AudioStream> streams) {
    if (number().isPresent()) {
      return number().get();
    }
    boolean any = takesDefault(streams);
    return best(streams, stream -> any || speaks(stream.language()))
        .map(AudioStream::number)
        .orElse(1);
  }

  /** Whether the default stream is to be taken: also where none has the language asked for. */
  public boolean takesDefault(List<AudioStream> streams) {
    return number().isEmpty()
        && (isDefault() || streams.stream().noneMatch(stream -> speaks(stream.language())));
  }

  /** The default one of those that qualify, else the first of them, no comment if possible. */
  private static Optional<AudioStream> best(
      List<AudioStream> streams, Predicate<AudioStream> qualifies) {
    return streams.stream()
        .filter(qualifies)
        .min(
            Comparator.comparing((AudioStream stream) -> !stream.isDefault())
                .thenComparing(AudioStream::isComment)
                .thenComparing(AudioStream::number));
  }

  private boolean speaks(@Nullable String language) {
    return language != null && code(language).equals(code(text));
  }

  /** The three letters of a language, the same for all ways to write it. */
  private static String code(String language) {
    String base = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    if (base.length() == 2) {
      try {
        return Locale.forLanguageTag(base).getISO3Language();
      } catch (MissingResourceException e) {
        return base;
      }
    }
    return TERMS.getOrDefault(base, base);
  }
}
