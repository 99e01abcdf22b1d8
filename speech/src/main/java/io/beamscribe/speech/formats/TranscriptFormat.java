// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.calls.AnalyticsJson;
import io.beamscribe.speech.captions.SubtitleFile;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All formats in which a transcript can be written. Each is a pure function of transcript and
 * options to bytes: text in UTF-8 without byte order mark, lines ended by line feeds, independent
 * of the machine's locale. Thread-safe. The formats are described in docs/output.md.
 */
public enum TranscriptFormat {
  /** The result document; the only one from which the others can be made again. */
  JSON(0, TranscriptJson::write),
  /** A phrase a line, for people. Empty where nothing was said. */
  TXT(1, text(PlainText::of)),
  /** SubRip subtitles. Empty where nothing was said. */
  SRT(2, captions(SubtitleFile::srt)),
  /** WebVTT subtitles. */
  VTT(3, captions(SubtitleFile::vtt)),
  /** A word a line with times and confidence, as NIST's scoring tools read it. */
  CTM(4, text(Ctm::of)),
  /**
   * A turn of a speaker a line, as NIST's scoring tools read it. Empty where speakers are not
   * known.
   */
  RTTM(5, text(Rttm::of)),
  /** TTML subtitles, in the text profile of IMSC 1.1. */
  TTML(6, captions(SubtitleFile::ttml)),
  /** WebVTT subtitles with the time of each word. */
  KARAOKE(7, "karaoke.vtt", captions(SubtitleFile::karaoke)),
  /** Tiers of phrases and words, for Praat. */
  TEXTGRID(8, "TextGrid", text(TextGrid::of)),
  /** A phrase a line with times, as NIST's scoring tools read references. */
  STM(9, text(Stm::of)),
  /** Tiers of phrases and words, for ELAN. */
  EAF(10, text(Eaf::of)),
  /** A label a phrase, for Audacity. */
  AUDACITY(11, "labels.txt", text(Audacity::of)),
  /** A document for word processors. */
  DOCX(12, bytes(Docx::of)),
  /** A page with a player that jumps to a word. */
  HTML(13, text(PlayerPage::of)),
  /** Figures about a call, as the call centre samples of Azure write them. */
  ANALYTICS(14, "analytics.json", new Calls(AnalyticsJson::write)),
  /** A page of a call: its figures, and a player that jumps to what they are about. */
  CALL(15, "call.html", new Calls(CallPage::of));

  /** How a format is written. */
  private interface TranscriptWriter {
    byte[] write(Transcript transcript, FormatOptions options);

    /** The options that it depends on; empty if they are the default ones, or it has none. */
    default String variant(FormatOptions options) {
      return "";
    }
  }

  /** Writes captions. */
  private record Captions(BiFunction<Transcript, CaptionOptions, String> format)
      implements TranscriptWriter {
    @Override
    public byte[] write(Transcript transcript, FormatOptions options) {
      return format.apply(transcript, options.captions()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String variant(FormatOptions options) {
      return options.captions().variant();
    }
  }

  /** Writes figures about a call. */
  private record Calls(BiFunction<Transcript, FormatOptions, byte[]> format)
      implements TranscriptWriter {
    @Override
    public byte[] write(Transcript transcript, FormatOptions options) {
      return format.apply(transcript, options);
    }

    @Override
    public String variant(FormatOptions options) {
      return options.calls().variant();
    }
  }

  private final int storedBit;
  private final String extension;

  /** Stateless method references only. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final TranscriptWriter writer;

  /**
   * @param storedBit a unique number below 32 that never changes
   */
  TranscriptFormat(int storedBit, TranscriptWriter writer) {
    this.storedBit = storedBit;
    this.extension = name().toLowerCase(Locale.ROOT);
    this.writer = writer;
  }

  TranscriptFormat(int storedBit, String extension, TranscriptWriter writer) {
    this.storedBit = storedBit;
    this.extension = extension;
    this.writer = writer;
  }

  private static TranscriptWriter text(Function<Transcript, String> format) {
    return (transcript, options) -> format.apply(transcript).getBytes(StandardCharsets.UTF_8);
  }

  private static TranscriptWriter bytes(Function<Transcript, byte[]> format) {
    return (transcript, options) -> format.apply(transcript);
  }

  private static TranscriptWriter captions(BiFunction<Transcript, CaptionOptions, String> format) {
    return new Captions(format);
  }

  /** The word for it on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The extension of its files, without a dot before it; usually its word. */
  public String extension() {
    return extension;
  }

  /**
   * By what a file of this format that was made with some options is known: its extension, and
   * those options that it depends on, if they are not the default ones. The same in all versions.
   */
  public String made(FormatOptions options) {
    String variant = writer.variant(options);
    return variant.isEmpty() ? extension : extension + "(" + variant + ")";
  }

  /** Whether a name that {@link #made} gave is of this format, whatever the options. */
  public boolean isNamed(String made) {
    return made.equals(extension) || made.startsWith(extension + "(");
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

  /**
   * The format of a word, in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TranscriptFormat parse(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no format '%s'. Formats are %s."
                        .formatted(
                            word.strip(),
                            Arrays.stream(values())
                                .map(TranscriptFormat::word)
                                .collect(joining(", ")))));
  }
}
