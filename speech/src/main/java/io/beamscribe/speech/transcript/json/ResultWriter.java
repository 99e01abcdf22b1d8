// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RecognizedText;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.ResultDocument.Candidate;
import io.beamscribe.speech.transcript.json.ResultDocument.Combined;
import io.beamscribe.speech.transcript.json.ResultDocument.Original;
import io.beamscribe.speech.transcript.json.ResultDocument.OriginalWord;
import io.beamscribe.speech.transcript.json.ResultDocument.Recognized;
import io.beamscribe.speech.transcript.json.ResultDocument.ShownWord;
import io.beamscribe.speech.transcript.json.ResultDocument.TimedWord;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts a transcript to a result document. */
final class ResultWriter {
  private final FormatOptions options;

  ResultWriter(FormatOptions options) {
    this.options = options;
  }

  ResultDocument document(Transcript transcript) {
    long duration = transcript.durationMilliseconds();
    return new ResultDocument(
        Texts.withoutBreaks(transcript.source()),
        transcript.timestamp().toString(),
        ResultTime.ticks(duration),
        duration,
        ResultTime.iso(duration),
        transcript.channels().stream().map(channel -> combined(transcript, channel)).toList(),
        transcript.phrases().stream().map(this::recognized).toList(),
        transcript.provenance() == null ? null : ProvenanceObject.of(transcript.provenance()));
  }

  private static Combined combined(Transcript transcript, int channel) {
    List<Reading> said =
        transcript.phrases().stream()
            .filter(phrase -> phrase.channel() == channel)
            .map(Phrase::best)
            .toList();
    return new Combined(
        channel,
        join(said, Reading::lexical),
        join(said, Reading::itn),
        join(said, Reading::maskedItn),
        join(said, Reading::display));
  }

  private static String join(List<Reading> said, Function<Reading, String> form) {
    return said.stream().map(form).map(Texts::oneLine).collect(joining(" "));
  }

  private Recognized recognized(Phrase phrase) {
    long start = phrase.startMilliseconds();
    long duration = phrase.durationMilliseconds();
    return new Recognized(
        "Success",
        phrase.channel(),
        phrase.speaker(),
        phrase.locale(),
        ResultTime.iso(start),
        ResultTime.iso(duration),
        ResultTime.ticks(start),
        ResultTime.ticks(duration),
        start,
        duration,
        phrase.readings().stream().map(reading -> candidate(reading, phrase.speaker())).toList());
  }

  private Candidate candidate(Reading reading, @Nullable Integer speaker) {
    boolean withWords = options.wordLevelTimestamps() && !reading.words().isEmpty();
    boolean withDisplay = withWords && !reading.displayWords().isEmpty();
    return new Candidate(
        reading.confidence(),
        Texts.oneLine(reading.lexical()),
        Texts.oneLine(reading.itn()),
        Texts.oneLine(reading.maskedItn()),
        Texts.oneLine(reading.display()),
        withWords ? reading.words().stream().map(word -> word(word, speaker)).toList() : null,
        withDisplay ? reading.displayed().stream().map(ResultWriter::shown).toList() : null,
        withWords && reading.recognized() != null ? original(reading.recognized()) : null);
  }

  private static Original original(RecognizedText text) {
    return new Original(
        Texts.oneLine(text.display()),
        text.words().stream()
            .map(
                word ->
                    new OriginalWord(Texts.oneLine(word.text()), word.endWord() - word.firstWord()))
            .toList());
  }

  private static TimedWord word(Word word, @Nullable Integer speaker) {
    long start = word.startMilliseconds();
    long duration = word.durationMilliseconds();
    return new TimedWord(
        Texts.oneLine(word.text()),
        speaker,
        ResultTime.iso(start),
        ResultTime.iso(duration),
        ResultTime.ticks(start),
        ResultTime.ticks(duration),
        start,
        duration,
        word.confidence());
  }

  private static ShownWord shown(Word word) {
    long start = word.startMilliseconds();
    long duration = word.durationMilliseconds();
    return new ShownWord(
        Texts.oneLine(word.text()),
        ResultTime.iso(start),
        ResultTime.iso(duration),
        ResultTime.ticks(start),
        ResultTime.ticks(duration),
        start,
        duration);
  }
}
