// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.captions.SubtitleFile;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * All formats in which a transcript can be written. Each is a pure function of transcript and
 * options to bytes: UTF-8 without byte order mark, lines ended by line feeds, independent of the
 * machine's locale. Thread-safe. The formats are described in docs/output.md.
 */
public enum TranscriptFormat {
  /** The result document; the only one from which the others can be made again. */
  JSON(0, TranscriptJson::write),
  /** A phrase a line, for people. Empty where nothing was said. */
  TXT(1, text(PlainText::of)),
  /** SubRip subtitles. Empty where nothing was said. */
  SRT(2, text(SubtitleFile::srt)),
  /** WebVTT subtitles. */
  VTT(3, text(SubtitleFile::vtt)),
  /** A word a line with times and confidence, as NIST's scoring tools read it. */
  CTM(4, text(Ctm::of)),
  /**
   * A turn of a speaker a line, as NIST's scoring tools read it. Empty where speakers are not
   * known.
   */
  RTTM(5, text(Rttm::of));

  /** How a format is written. */
  private interface TranscriptWriter {
    byte[] write(Transcript transcript, FormatOptions options);
  }

  private final int storedBit;

  /** Stateless method references only. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final TranscriptWriter writer;

  /**
   * @param storedBit a unique number below 32 that never changes
   */
  TranscriptFormat(int storedBit, TranscriptWriter writer) {
    this.storedBit = storedBit;
    this.writer = writer;
  }

  private static TranscriptWriter text(Function<Transcript, String> format) {
    return (transcript, options) -> format.apply(transcript).getBytes(StandardCharsets.UTF_8);
  }

  /** The word for it on the command line, which is also the extension of its files (no dot). */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * An integer with a single bit that stands for the format in stored sets of formats; the same in
   * all versions.
   */
  public int storedBit() {
    return 1 << storedBit;
  }

  /** The bytes of a transcript in this format. */
  public byte[] write(Transcript transcript, FormatOptions options) {
    return writer.write(transcript, options);
  }

  /** The format with an extension. */
  public static Optional<TranscriptFormat> find(String extension) {
    return Arrays.stream(values())
        .filter(format -> format.extension().equals(extension))
        .findFirst();
  }

  /**
   * The format of a word, in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TranscriptFormat parse(String word) {
    return find(word.strip().toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no format '%s'. Formats are %s."
                        .formatted(
                            word.strip(),
                            Arrays.stream(values())
                                .map(TranscriptFormat::extension)
                                .collect(joining(", ")))));
  }
}
