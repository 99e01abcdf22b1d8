// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.analytics.ConversationStatistics;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.calls.CallSummary;
import io.beamscribe.speech.quality.Quality;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one file: a row of the report.
 *
 * @param source path below the listed prefix
 * @param sourceUrl address without secrets
 * @param errorKind null unless FAILED
 * @param errorMessage a sentence; null unless FAILED
 * @param speechMilliseconds in which somebody speaks, on whatever channel: never more than the
 *     audio
 * @param processingSeconds time that threads spent on it; 0 if skipped
 * @param confidence unweighted mean over its words; NaN if it has none
 * @param locale of its speech, as in its result ({@code ko-KR}, {@code ko-KR,en-US}); null if it
 *     has none
 * @param audio null if it could not be opened, or was skipped
 * @param talk how much each speaker talks; null without diarization
 * @param call figures about the call; null if they were not asked for
 * @param quality what is to be expected of its transcript; null if nothing tells
 */
public record FileReport(
    String source,
    String sourceUrl,
    FileStatus status,
    @Nullable ErrorKind errorKind,
    @Nullable String errorMessage,
    long sizeBytes,
    long durationMilliseconds,
    long speechMilliseconds,
    double processingSeconds,
    double confidence,
    int words,
    @Nullable String locale,
    @Nullable AudioFacts audio,
    @Nullable Conversation talk,
    @Nullable CallSummary call,
    @Nullable Quality quality) {

  /** A row without figures about a call, and without an estimate. */
  public FileReport(
      String source,
      String sourceUrl,
      FileStatus status,
      @Nullable ErrorKind errorKind,
      @Nullable String errorMessage,
      long sizeBytes,
      long durationMilliseconds,
      long speechMilliseconds,
      double processingSeconds,
      double confidence,
      int words,
      @Nullable String locale,
      @Nullable AudioFacts audio,
      @Nullable Conversation talk) {
    this(
        source,
        sourceUrl,
        status,
        errorKind,
        errorMessage,
        sizeBytes,
        durationMilliseconds,
        speechMilliseconds,
        processingSeconds,
        confidence,
        words,
        locale,
        audio,
        talk,
        null,
        null);
  }

  /** A copy with figures about the call. */
  public FileReport withCall(CallSummary summary) {
    return new FileReport(
        source,
        sourceUrl,
        status,
        errorKind,
        errorMessage,
        sizeBytes,
        durationMilliseconds,
        speechMilliseconds,
        processingSeconds,
        confidence,
        words,
        locale,
        audio,
        talk,
        summary,
        quality);
  }

  /**
   * A file that was transcribed.
   *
   * @param source path below the listed prefix
   * @param transcript with its provenance
   */
  public static FileReport succeeded(
      String source, long sizeBytes, Transcript transcript, double processingSeconds) {
    Provenance provenance = Objects.requireNonNull(transcript.provenance());
    List<Word> words = Phrase.words(transcript.phrases());
    return new FileReport(
        source,
        transcript.source(),
        FileStatus.SUCCEEDED,
        null,
        null,
        sizeBytes,
        transcript.durationMilliseconds(),
        spoken(provenance.segments()),
        processingSeconds,
        words.stream().mapToDouble(Word::confidence).average().orElse(Double.NaN),
        words.size(),
        provenance.locale(),
        provenance.audio(),
        provenance.turns() == null
            ? null
            : ConversationStatistics.of(
                provenance.turns(), provenance.speakers(), transcript.durationMilliseconds()),
        null,
        Quality.of(transcript).orElse(null));
  }

  /** The length of what the segments of all channels cover. */
  private static long spoken(List<SegmentSpan> segments) {
    long covered = 0;
    long end = 0;
    for (SegmentSpan each :
        segments.stream()
            .sorted(Comparator.comparingLong(SegmentSpan::startMilliseconds))
            .toList()) {
      long from = Math.max(end, each.startMilliseconds());
      covered += Math.max(0, each.endMilliseconds() - from);
      end = Math.max(end, each.endMilliseconds());
    }
    return covered;
  }

  /** A file that an earlier run finished. */
  public static FileReport skipped(String source, String sourceUrl, long sizeBytes) {
    return withoutResult(source, sourceUrl, FileStatus.SKIPPED, null, null, sizeBytes);
  }

  /**
   * A file that could not be transcribed.
   *
   * @param sizeBytes -1 if unknown
   */
  public static FileReport failed(
      String source, String sourceUrl, long sizeBytes, ErrorKind kind, String message) {
    return withoutResult(source, sourceUrl, FileStatus.FAILED, kind, message, sizeBytes);
  }

  private static FileReport withoutResult(
      String source,
      String sourceUrl,
      FileStatus status,
      @Nullable ErrorKind kind,
      @Nullable String message,
      long sizeBytes) {
    return new FileReport(
        source,
        sourceUrl,
        status,
        kind,
        message,
        sizeBytes,
        0,
        0,
        0,
        Double.NaN,
        0,
        null,
        null,
        null);
  }
}
