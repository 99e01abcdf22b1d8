package io.beamscribe.speech.report;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.audio.AudioFacts;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one file: a row of the report.
 *
 * @param source path below the listed prefix
 * @param sourceUrl address without secrets
 * @param errorKind only with FAILED, else null
 * @param errorMessage a sentence, only with FAILED, else null
 * @param processingSeconds time that threads spent on it, 0 where skipped
 * @param confidence mean over its words, weighted by nothing; NaN where it has none
 * @param locale of its speech, as in its result ({@code ko-KR}, {@code ko-KR,en-US}); null where it
 *     has none
 * @param audio null where it could not be opened, or was skipped
 * @param talk who speaks how much; null without diarization
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
    @Nullable Conversation talk) {

  /** A file without diarization. */
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
      @Nullable AudioFacts audio) {
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
        null);
  }
}
