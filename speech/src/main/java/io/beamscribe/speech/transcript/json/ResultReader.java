// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RecognizedText;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.ResultDocument.Candidate;
import io.beamscribe.speech.transcript.json.ResultDocument.Combined;
import io.beamscribe.speech.transcript.json.ResultDocument.Original;
import io.beamscribe.speech.transcript.json.ResultDocument.OriginalWord;
import io.beamscribe.speech.transcript.json.ResultDocument.Recognized;
import io.beamscribe.speech.transcript.json.ResultDocument.ShownWord;
import io.beamscribe.speech.transcript.json.ResultDocument.TimedWord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts a result document to a transcript. Throws {@link IllegalArgumentException} with the
 * reason if the document is not a result.
 */
final class ResultReader {
  private ResultReader() {}

  static Transcript transcript(ResultDocument document) {
    require(document != null, "it is empty");
    require(document.source() != null, "'source' is missing");
    require(document.recognizedPhrases() != null, "'recognizedPhrases' is missing");
    List<Phrase> phrases =
        document.recognizedPhrases().stream()
            .filter(ResultReader::holdsText)
            .map(ResultReader::phrase)
            .sorted(OnChannel.BY_CHANNEL_THEN_TIME)
            .toList();
    return new Transcript(
        document.source(),
        timestamp(document.timestamp()),
        ResultTime.milliseconds(
            document.durationMilliseconds(), document.durationInTicks(), document.duration()),
        channels(document, phrases),
        phrases,
        document.beamscribe() == null ? null : document.beamscribe().provenance());
  }

  /** Phrases of status Failure have no reading. */
  private static boolean holdsText(Recognized phrase) {
    return phrase.nBest() != null && !phrase.nBest().isEmpty();
  }

  private static List<Integer> channels(ResultDocument document, List<Phrase> phrases) {
    List<Combined> combined = document.combinedRecognizedPhrases();
    return Stream.concat(
            combined == null ? Stream.empty() : combined.stream().map(Combined::channel),
            phrases.stream().map(Phrase::channel))
        .distinct()
        .sorted()
        .toList();
  }

  private static Phrase phrase(Recognized phrase) {
    long start =
        ResultTime.milliseconds(
            phrase.offsetMilliseconds(), phrase.offsetInTicks(), phrase.offset());
    long duration =
        ResultTime.milliseconds(
            phrase.durationMilliseconds(), phrase.durationInTicks(), phrase.duration());
    return new Phrase(
        phrase.channel(),
        phrase.speaker(),
        start,
        start + duration,
        phrase.locale(),
        phrase.nBest().stream().map(ResultReader::reading).toList());
  }

  /** A missing form is replaced by the next more processed one. */
  private static Reading reading(Candidate from) {
    String display = from.display() != null ? from.display() : from.lexical();
    require(display != null, "a phrase has neither 'display' nor 'lexical'");
    String lexical = from.lexical() != null ? from.lexical() : display;
    String itn = from.itn() != null ? from.itn() : display;
    List<TimedWord> timed = from.words() == null ? List.of() : from.words();
    List<Word> words = timed.stream().map(ResultReader::word).toList();
    List<ShownWord> shown = from.displayWords() == null ? List.of() : from.displayWords();
    return new Reading(
        lexical,
        itn,
        from.maskedITN() != null ? from.maskedITN() : itn,
        display,
        from.confidence(),
        words,
        displayWords(words, shown),
        from.recognized() == null ? null : recognized(from.recognized(), words.size()));
  }

  /** Null if it is not of these words. */
  private static @Nullable RecognizedText recognized(Original from, int words) {
    if (from.display() == null || from.words() == null) {
      return null;
    }
    List<DisplayWord> shown = new ArrayList<>();
    int next = 0;
    for (OriginalWord word : from.words()) {
      if (word.displayText() == null || word.words() < 1 || next + word.words() > words) {
        return null;
      }
      shown.add(new DisplayWord(word.displayText(), next, next + word.words()));
      next += word.words();
    }
    return next == words || shown.isEmpty() ? new RecognizedText(from.display(), shown) : null;
  }

  /**
   * The words that each display word is made of: it begins with one of them, and ends where the
   * next one begins. Empty if the times do not match.
   */
  private static List<DisplayWord> displayWords(List<Word> words, List<ShownWord> shown) {
    List<DisplayWord> displayWords = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < shown.size(); i++) {
      int first = next;
      if (first == words.size()
          || shown.get(i).displayText() == null
          || start(shown.get(i)) != words.get(first).startMilliseconds()) {
        return List.of();
      }
      long end = i + 1 < shown.size() ? start(shown.get(i + 1)) : Long.MAX_VALUE;
      next++;
      while (next < words.size() && words.get(next).startMilliseconds() < end) {
        next++;
      }
      displayWords.add(new DisplayWord(shown.get(i).displayText(), first, next));
    }
    return displayWords;
  }

  private static long start(ShownWord word) {
    return ResultTime.milliseconds(word.offsetMilliseconds(), word.offsetInTicks(), word.offset());
  }

  private static Word word(TimedWord word) {
    require(word.word() != null, "a word has no 'word'");
    long start =
        ResultTime.milliseconds(word.offsetMilliseconds(), word.offsetInTicks(), word.offset());
    long duration =
        ResultTime.milliseconds(
            word.durationMilliseconds(), word.durationInTicks(), word.duration());
    return new Word(word.word(), start, start + duration, word.confidence());
  }

  private static Instant timestamp(String text) {
    require(text != null, "'timestamp' is missing");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'timestamp' is '" + text + "'", e);
    }
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new IllegalArgumentException(reason);
    }
  }
}
