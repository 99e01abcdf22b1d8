// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result document of Azure batch transcription, version 2024-11-15, member by member in the
 * order written, and {@code beamscribe}. Boxed members may be missing when read: earlier versions
 * have no milliseconds.
 */
record ResultDocument(
    String source,
    String timestamp,
    Long durationInTicks,
    Long durationMilliseconds,
    String duration,
    List<Combined> combinedRecognizedPhrases,
    List<Recognized> recognizedPhrases,
    @Nullable ProvenanceObject beamscribe) {

  /** The whole text of one channel. */
  record Combined(int channel, String lexical, String itn, String maskedITN, String display) {}

  record Recognized(
      String recognitionStatus,
      int channel,
      @Nullable Integer speaker,
      @Nullable String locale,
      String offset,
      String duration,
      Long offsetInTicks,
      Long durationInTicks,
      Long offsetMilliseconds,
      Long durationMilliseconds,
      List<Candidate> nBest) {}

  record Candidate(
      double confidence,
      String lexical,
      String itn,
      String maskedITN,
      String display,
      @Nullable List<TimedWord> words,
      @Nullable List<ShownWord> displayWords,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Original recognized) {}

  /** What was displayed before options of text changed it, of so many words each. */
  record Original(String display, List<OriginalWord> words) {}

  record OriginalWord(String displayText, int words) {}

  record TimedWord(
      String word,
      @Nullable Integer speaker,
      String offset,
      String duration,
      Long offsetInTicks,
      Long durationInTicks,
      Long offsetMilliseconds,
      Long durationMilliseconds,
      double confidence) {}

  /** A word as displayed. */
  record ShownWord(
      String displayText,
      String offset,
      String duration,
      Long offsetInTicks,
      Long durationInTicks,
      Long offsetMilliseconds,
      Long durationMilliseconds) {}
}
