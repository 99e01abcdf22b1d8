package io.beamscribe.speech.transcript.json;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.transcript.Alternative;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.ResultDocument.Combined;
import io.beamscribe.speech.transcript.json.ResultDocument.DisplayWord;
import io.beamscribe.speech.transcript.json.ResultDocument.Reading;
import io.beamscribe.speech.transcript.json.ResultDocument.Recognized;
import io.beamscribe.speech.transcript.json.ResultDocument.TimedWord;
import java.util.List;
import java.util.function.Function;

/** Transcript to result document. */
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
    List<Alternative> said =
        transcript.phrases().stream()
            .filter(phrase -> phrase.channel() == channel)
            .map(Phrase::best)
            .toList();
    String display = join(said, Texts::display);
    return new Combined(channel, join(said, Texts::lexical), display, display, display);
  }

  private static String join(List<Alternative> said, Function<Alternative, String> form) {
    return said.stream().map(form).collect(joining(" "));
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
        phrase.alternatives().stream()
            .map(alternative -> reading(alternative, phrase.speaker()))
            .toList());
  }

  private Reading reading(Alternative alternative, Integer speaker) {
    String display = Texts.display(alternative);
    boolean withWords = options.wordLevelTimestamps() && !alternative.words().isEmpty();
    boolean withDisplay = withWords && alternative.words().stream().anyMatch(ResultWriter::shown);
    return new Reading(
        alternative.confidence(),
        Texts.lexical(alternative),
        display,
        display,
        display,
        withWords ? alternative.words().stream().map(word -> word(word, speaker)).toList() : null,
        withDisplay ? alternative.words().stream().map(ResultWriter::displayWord).toList() : null);
  }

  private static TimedWord word(Word word, Integer speaker) {
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

  /** Whether readers see something else of a word than its spoken form. */
  private static boolean shown(Word word) {
    return !word.display().equals(word.text());
  }

  private static DisplayWord displayWord(Word word) {
    long start = word.startMilliseconds();
    long duration = word.durationMilliseconds();
    return new DisplayWord(
        Texts.oneLine(word.display()),
        ResultTime.iso(start),
        ResultTime.iso(duration),
        ResultTime.ticks(start),
        ResultTime.ticks(duration),
        start,
        duration);
  }
}
