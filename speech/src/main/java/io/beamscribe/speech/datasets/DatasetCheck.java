// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Checks datasets of every kind, line by line, and counts what they hold. Not thread-safe. */
public final class DatasetCheck {
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");

  /** Beyond these, different words are no longer told apart. */
  private static final int MOST_WORDS = 5_000_000;

  private final String locale;
  private final BooleanSupplier cancelled;
  private final Set<String> different = new HashSet<>();
  private long lines;
  private long written;
  private long words;
  private long characters;
  private long longest;
  private long files;
  private double seconds;

  /**
   * @param locale of the data, BCP 47; matters for rules of the display text
   * @param cancelled asked at each line: whether to stop
   */
  public DatasetCheck(String locale, BooleanSupplier cancelled) {
    this.locale = locale;
    this.cancelled = cancelled;
  }

  /**
   * The kind that a file or folder seems to be.
   *
   * @throws IOException if it cannot be read
   */
  public static DatasetKind guess(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(file) || name.endsWith(".zip")) {
      try {
        return AudioData.hasTranscripts(file) ? DatasetKind.ACOUSTIC : DatasetKind.AUDIO_FILES;
      } catch (ZipException e) {
        return DatasetKind.ACOUSTIC; // whose check says what is wrong with it
      }
    }
    if (name.endsWith(".md")) {
      return DatasetKind.LANGUAGE_MARKDOWN;
    }
    try (TextLines text = TextLines.open(file)) {
      while (text.next()) {
        String line = text.line();
        if (line != null && !line.isBlank()) {
          String bare = line.strip().toLowerCase(Locale.ROOT);
          if (bare.matches("#\\s*(itn|rewrite|profanity|test)")) {
            return DatasetKind.OUTPUT_FORMATTING;
          }
          return line.split("\t", -1).length == 2
              ? DatasetKind.PRONUNCIATION
              : DatasetKind.LANGUAGE;
        }
      }
    }
    return DatasetKind.LANGUAGE;
  }

  /**
   * Checks a dataset.
   *
   * @param file of text, or an archive or folder of audio
   * @throws CancellationException if it is to stop
   */
  public DatasetReport check(DatasetKind kind, Path file) throws IOException {
    return switch (kind) {
      case LANGUAGE -> LanguageText.read(file, this::text);
      case LANGUAGE_MARKDOWN ->
          MarkdownText.read(
              file,
              versions -> {
                written++;
                versions.forEach(this::text);
              });
      case PRONUNCIATION ->
          Pronunciations.read(
              file,
              (written, said) -> {
                text(written);
                return Optional.empty();
              });
      case ACOUSTIC -> AudioData.acoustic(file, this::audio);
      case AUDIO_FILES -> AudioData.audio(file, this::audio);
      case OUTPUT_FORMATTING -> FormattingRules.read(file, locale);
    };
  }

  /** What the datasets hold that were checked so far. */
  public DatasetStatistics statistics() {
    return new DatasetStatistics(
        lines,
        written,
        words,
        different.size(),
        characters,
        longest,
        files,
        Math.rint(seconds * 10) / 10);
  }

  private void text(String line) {
    stop();
    lines++;
    characters += line.length();
    longest = Math.max(longest, line.length());
    for (String word : line.strip().split("\\s+")) {
      String bare = MARKS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
      if (!bare.isEmpty()) {
        words++;
        if (different.size() < MOST_WORDS) {
          different.add(bare);
        }
      }
    }
  }

  private void audio(String file, String transcript, double length) {
    stop();
    files++;
    seconds += length;
    if (!transcript.isEmpty()) {
      text(transcript);
    }
  }

  private void stop() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("cancelled");
    }
  }
}
