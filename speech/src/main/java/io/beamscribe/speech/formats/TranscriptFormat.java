package io.beamscribe.speech.formats;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.captions.SubtitleFile;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * The formats in which a transcript can be written. Each is a pure function of transcript and
 * options to bytes: UTF-8 without byte order mark, lines ended by line feeds, independent of the
 * machine's locale. Thread-safe. The formats are described in docs/output.md.
 */
public enum TranscriptFormat {
  /** The result document; the only one from which the others can be made again. */
  JSON,
  /** A phrase a line, for people. Empty where nothing was said. */
  TXT,
  /** SubRip subtitles. Empty where nothing was said. */
  SRT,
  /** WebVTT subtitles. */
  VTT,
  /** A word a line with times and confidence, as NIST's scoring tools read it. */
  CTM,
  /**
   * A turn of a speaker a line, as NIST's scoring tools read it. Empty where speakers are not
   * known.
   */
  RTTM;

  /** The word for it on the command line, which is also the extension of its files (no dot). */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bytes of a transcript in this format. */
  public byte[] write(Transcript transcript, FormatOptions options) {
    return switch (this) {
      case JSON -> TranscriptJson.write(transcript, options);
      case TXT -> utf8(PlainText.of(transcript));
      case SRT -> utf8(SubtitleFile.srt(transcript));
      case VTT -> utf8(SubtitleFile.vtt(transcript));
      case CTM -> utf8(Ctm.of(transcript));
      case RTTM -> utf8(Rttm.of(transcript));
    };
  }

  /**
   * The format of a word, in any case.
   *
   * @throws IllegalArgumentException with the nearest right word and all of them
   */
  public static TranscriptFormat parse(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    for (TranscriptFormat format : values()) {
      if (format.extension().equals(wanted)) {
        return format;
      }
    }
    TranscriptFormat nearest =
        Arrays.stream(values())
            .min(Comparator.comparingInt(format -> distance(format.extension(), wanted)))
            .orElseThrow();
    throw new IllegalArgumentException(
        "There is no format '%s'; did you mean '%s'? Formats are %s."
            .formatted(
                word.strip(),
                nearest.extension(),
                Arrays.stream(values()).map(TranscriptFormat::extension).collect(joining(", "))));
  }

  /** Levenshtein distance: how many letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
