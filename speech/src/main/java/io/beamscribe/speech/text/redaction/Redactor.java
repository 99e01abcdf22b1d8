// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.redaction.detection.Detection;
import io.beamscribe.speech.text.redaction.detection.Found;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.text.redaction.detection.Piece;
import io.beamscribe.speech.text.redaction.detection.Stretch;
import io.beamscribe.speech.text.redaction.detection.Stretches;
import io.beamscribe.speech.text.redaction.names.NameModel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RedactedPart;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal data out of transcripts. Thread-safe; the same phrases give the same result.
 *
 * <p>What a person says is looked at as a whole: a number may go on after a pause, in the next
 * phrase and after the other's <i>okay</i>. Other readings of a phrase lose what is spoken at the
 * times of its entities, and what is found in them alone.
 */
public final class Redactor {
  private static final double PERCENT = 100;

  private final String locale;
  private final Detection detection;

  /**
   * A redactor for transcripts in a language.
   *
   * @param kinds what to take out
   * @param locale BCP-47 tag, for phrases that name none
   * @param model null if none is there: names are then found only by what stands before them, and
   *     addresses not at all
   */
  public Redactor(Set<PersonalData> kinds, String locale, @Nullable NameModel model) {
    this.locale = locale;
    this.detection = new Detection(kinds, model);
  }

  /**
   * The phrases with a placeholder, such as {@code [card]}, in every form of the text.
   *
   * @param phrases all of a transcript, in any order
   * @throws SpeechException if the model of names fails
   */
  public Redacted redact(List<Phrase> phrases) throws SpeechException {
    return redact(phrases, phrase -> Objects.requireNonNullElse(phrase.locale(), locale));
  }

  /**
   * The same.
   *
   * @param tongue the language of a phrase
   */
  private Redacted redact(List<Phrase> phrases, Function<Phrase, String> tongue)
      throws SpeechException {
    List<List<Span>> spans = new ArrayList<>();
    phrases.forEach(phrase -> spans.add(new ArrayList<>()));
    for (Map.Entry<Turns.Voice, List<Turns.Turn>> voice : Turns.of(phrases, tongue).entrySet()) {
      find(phrases, voice.getKey().locale(), voice.getValue(), spans);
    }
    NameMentions.add(phrases, tongue, spans);
    List<Phrase> safe = new ArrayList<>();
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      safe.add(safe(phrases.get(i), tongue.apply(phrases.get(i)), i, spans.get(i), entities));
    }
    return new Redacted(safe, entities);
  }

  /**
   * A transcript with placeholders; what was found is told in its provenance, if it has one that
   * tells how its text was written.
   *
   * @throws SpeechException if the model of names fails
   */
  public Transcript redact(Transcript transcript) throws SpeechException {
    Provenance provenance = transcript.provenance();
    Redacted redacted =
        provenance == null
            ? redact(transcript.phrases())
            : redact(transcript.phrases(), provenance::language);
    return new Transcript(
        transcript.source(),
        transcript.timestamp(),
        transcript.durationMilliseconds(),
        transcript.channels(),
        redacted.phrases(),
        provenance == null || provenance.text() == null
            ? provenance
            : provenance.withText(provenance.text().without(parts(redacted.entities()))));
  }

  private static List<RedactedPart> parts(List<Entity> entities) {
    return entities.stream()
        .map(
            entity ->
                new RedactedPart(
                    entity.category().word(),
                    entity.channel(),
                    entity.startMilliseconds(),
                    entity.durationMilliseconds(),
                    Math.round(entity.confidence() * PERCENT) / PERCENT))
        .toList();
  }

  private void find(
      List<Phrase> phrases, String tongue, List<Turns.Turn> turns, List<List<Span>> spans)
      throws SpeechException {
    Stretches stretches = new Stretches(tongue);
    for (Turns.Turn turn : turns) {
      stretches.add(TimedReading.words(phrases.get(turn.index())), turn.apart());
    }
    Stretch stretch = stretches.stretch();
    for (Found found : detection.in(stretch)) {
      for (int i = found.first(); i < found.end(); ) {
        int end = i;
        while (end < found.end()
            && stretch.pieces().get(end).phrase() == stretch.pieces().get(i).phrase()) {
          end++;
        }
        List<Piece> own = stretch.pieces().subList(i, end);
        if (end - i == found.length() || own.stream().anyMatch(piece -> !piece.isFiller())) {
          spans
              .get(turns.get(own.get(0).phrase()).index())
              .add(
                  new Span(
                      found.kind(),
                      own.get(0).firstWord(),
                      own.get(own.size() - 1).endWord(),
                      found.confidence()));
        }
        i = end;
      }
    }
  }

  private Phrase safe(
      Phrase phrase, String tongue, int index, List<Span> found, List<Entity> entities)
      throws SpeechException {
    Reading best = TimedReading.of(phrase, phrase.best());
    SafeReading reading = new SafeReading(best, tongue);
    List<Span> spans = reading.whole(found);
    List<Entity> own = new ArrayList<>();
    for (Span span : spans) {
      own.add(entity(phrase, index, best.words(), span));
    }
    List<Reading> readings = new ArrayList<>();
    readings.add(
        spans.isEmpty() ? phrase.best() : TimedReading.as(phrase.best(), reading.without(spans)));
    for (Reading other : phrase.readings().subList(1, phrase.readings().size())) {
      if (!other.words().isEmpty() || own.isEmpty()) {
        readings.add(other(phrase, other, tongue, own));
      }
    }
    entities.addAll(own);
    return phrase.withReadings(readings);
  }

  private Reading other(Phrase phrase, Reading other, String tongue, List<Entity> entities)
      throws SpeechException {
    Reading timed = TimedReading.of(phrase, other);
    List<Span> spans = new ArrayList<>();
    for (Entity entity : entities) {
      for (int i = 0; i < timed.words().size(); i++) {
        if (during(timed.words().get(i), entity)) {
          spans.add(new Span(entity.category(), i, i + 1, entity.confidence()));
        }
      }
    }
    Stretches alone = new Stretches(tongue);
    alone.add(timed.words(), true);
    Stretch stretch = alone.stretch();
    for (Found found : detection.in(stretch)) {
      spans.add(
          new Span(
              found.kind(),
              stretch.pieces().get(found.first()).firstWord(),
              stretch.pieces().get(found.end() - 1).endWord(),
              found.confidence()));
    }
    SafeReading reading = new SafeReading(timed, tongue);
    List<Span> whole = reading.whole(Span.joined(spans));
    return whole.isEmpty() ? other : TimedReading.as(other, reading.without(whole));
  }

  private static boolean during(Word word, Entity entity) {
    long from = Math.max(word.startMilliseconds(), entity.startMilliseconds());
    long to = Math.min(word.endMilliseconds(), entity.endMilliseconds());
    return to > from || word.startMilliseconds() == word.endMilliseconds() && to == from;
  }

  private static Entity entity(Phrase phrase, int index, List<Word> words, Span span) {
    return new Entity(
        span.kind(),
        phrase.channel(),
        index,
        span.first(),
        span.end(),
        words.get(span.first()).startMilliseconds(),
        words.get(span.end() - 1).endMilliseconds(),
        span.confidence());
  }
}
