// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.speech.text.JoinedPhrases;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results as clients read them. Times are ticks of 100 ns from the begin of the turn's audio. */
final class PhraseJson {
  private static final long TICKS = 10_000;
  private static final String UNKNOWN = "Unknown";

  private PhraseJson() {}

  /** Ticks of a position in samples at 16 kHz. */
  static long ticks(long position) {
    return position * 625;
  }

  /** A partial result. */
  static ObjectNode hypothesis(Phrase phrase, String text, TurnSettings settings) {
    ObjectNode json = Jsons.object().put("Text", text);
    times(json, phrase.startMilliseconds(), phrase.endMilliseconds());
    language(json, phrase, settings, "");
    if (settings.speakers()) {
      json.put("SpeakerId", UNKNOWN); // it is settled with the phrase
    }
    return json;
  }

  /** A final result. */
  static ObjectNode phrase(Phrase phrase, TurnSettings settings) {
    Reading best = phrase.best();
    ObjectNode json = Jsons.object().put("RecognitionStatus", "Success");
    times(json, phrase.startMilliseconds(), phrase.endMilliseconds());
    json.put("DisplayText", best.display());
    json.put("Channel", phrase.channel());
    language(json, phrase, settings, "High");
    if (settings.speakers()) {
      json.put("Type", "ConversationTranscription");
      json.put("SpeakerId", phrase.speaker() == null ? UNKNOWN : "Guest-" + phrase.speaker());
    }
    if (settings.detailed()) {
      ArrayNode readings = json.putArray("NBest");
      phrase.readings().forEach(reading -> readings.add(reading(reading, settings.words())));
    }
    return json;
  }

  /** A partial result as a translation. */
  static ObjectNode translatedHypothesis(Phrase phrase, String text, TurnSettings settings) {
    ObjectNode json = hypothesis(phrase, text, settings);
    translation(json, text, settings);
    return json;
  }

  /**
   * A final result as a translation.
   *
   * @param spoken the words that were spoken; none if they were not understood
   */
  static ObjectNode translatedPhrase(Phrase phrase, List<Phrase> spoken, TurnSettings settings) {
    String text = phrase.best().display();
    String said = spoken.isEmpty() ? "" : JoinedPhrases.of(spoken).best().display();
    ObjectNode json = Jsons.object().put("RecognitionStatus", "Success").put("Text", said);
    times(json, phrase.startMilliseconds(), phrase.endMilliseconds());
    language(json, phrase, settings, "High");
    translation(json, text, settings);
    return json;
  }

  private static void translation(ObjectNode json, String text, TurnSettings settings) {
    ObjectNode translation = json.putObject("Translation").put("TranslationStatus", "Success");
    ArrayNode all = translation.putArray("Translations");
    for (String target : settings.targets()) {
      all.addObject().put("Language", target).put("Text", text);
    }
  }

  private static ObjectNode reading(Reading reading, boolean words) {
    ObjectNode json = Jsons.object().put("Confidence", reading.confidence());
    json.put("Lexical", reading.lexical());
    json.put("ITN", reading.itn());
    json.put("MaskedITN", reading.maskedItn());
    json.put("Display", reading.display());
    if (words) {
      ArrayNode lexical = json.putArray("Words");
      reading.words().forEach(word -> lexical.add(word(word, "Word")));
      ArrayNode shown = json.putArray("DisplayWords");
      reading.displayed().forEach(word -> shown.add(word(word, "DisplayText")));
    }
    return json;
  }

  private static ObjectNode word(Word word, String name) {
    ObjectNode json = Jsons.object().put(name, word.text());
    times(json, word.startMilliseconds(), word.endMilliseconds());
    return name.equals("Word") ? json.put("Confidence", word.confidence()) : json;
  }

  private static void times(ObjectNode json, long start, long end) {
    json.put("Offset", start * TICKS).put("Duration", (end - start) * TICKS);
  }

  private static void language(
      ObjectNode json, Phrase phrase, TurnSettings settings, String confidence) {
    @Nullable String language =
        phrase.locale() != null
            ? phrase.locale()
            : settings.languages().size() == 1 ? settings.languages().get(0) : null;
    if (settings.identify() && language != null) {
      ObjectNode primary = json.putObject("PrimaryLanguage").put("Language", language);
      if (!confidence.isEmpty()) {
        primary.put("Confidence", confidence);
      }
    }
  }

  /** A result without text. */
  static ObjectNode status(String status, long offset, long duration) {
    return Jsons.object()
        .put("RecognitionStatus", status)
        .put("Offset", offset)
        .put("Duration", duration)
        .put("DisplayText", "");
  }
}
