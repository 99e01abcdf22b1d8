package io.beamscribe.speech.transcript.json;

import io.beamscribe.speech.transcript.Alternative;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.ResultDocument.Combined;
import io.beamscribe.speech.transcript.json.ResultDocument.DisplayWord;
import io.beamscribe.speech.transcript.json.ResultDocument.Reading;
import io.beamscribe.speech.transcript.json.ResultDocument.Recognized;
import io.beamscribe.speech.transcript.json.ResultDocument.TimedWord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Result document to transcript. Throws {@link IllegalArgumentException} with the reason where the
 * document lacks what makes it a result.
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
        phrase.nBest().stream().map(ResultReader::alternative).toList());
  }

  private static Alternative alternative(Reading reading) {
    String text = reading.display() != null ? reading.display() : reading.lexical();
    require(text != null, "a phrase has neither 'display' nor 'lexical'");
    List<TimedWord> timed = reading.words() == null ? List.of() : reading.words();
    List<Word> words = timed.stream().map(ResultReader::word).toList();
    List<DisplayWord> shown = reading.displayWords() == null ? List.of() : reading.displayWords();
    return new Alternative(text, reading.confidence(), displayed(words, shown));
  }

  /**
   * Words with their display forms, where these are word for word and time for time; other services
   * join words in them ({@code 25}).
   */
  private static List<Word> displayed(List<Word> words, List<DisplayWord> shown) {
    if (words.size() != shown.size()) {
      return words;
    }
    List<Word> displayed = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      DisplayWord form = shown.get(i);
      if (form.displayText() == null || start(form) != word.startMilliseconds()) {
        return words;
      }
      displayed.add(
          new Word(
              word.text(),
              form.displayText(),
              word.startMilliseconds(),
              word.endMilliseconds(),
              word.confidence()));
    }
    return displayed;
  }

  private static long start(DisplayWord word) {
    return ResultTime.milliseconds(word.offsetMilliseconds(), word.offsetInTicks(), word.offset());
  }

  private static Word word(TimedWord word) {
    require(word.word() != null, "a word has no 'word'");
    long start =
        ResultTime.milliseconds(word.offsetMilliseconds(), word.offsetInTicks(), word.offset());
    long duration =
        ResultTime.milliseconds(
            word.durationMilliseconds(), word.durationInTicks(), word.duration());
    return Word.asSpoken(word.word(), start, start + duration, word.confidence());
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
