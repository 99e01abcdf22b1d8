// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.streaming.EndPointing;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a turn is to give, as the query of the connection and the context of the turn say.
 *
 * @param languages one that is spoken, or the candidates if it is to be identified; none for any
 * @param identify whether the language is to be identified and said
 * @param atStart whether it is identified once, and stays
 * @param detailed whether phrases have all forms
 * @param words whether they have words with times
 * @param punctuation which marks are written
 * @param stableWords how many words of a partial result must be stable for it to be sent; 0 to send
 *     all there is
 * @param phrases to favour
 * @param endpoint id of the endpoint whose model and locale are taken; empty for the locale's
 * @param speakers whether speakers are told apart
 * @param targets languages to translate into; none to transcribe
 * @param pronunciation how the pronunciation is assessed, if it is
 * @param captions name under which others follow what is said, if they may
 */
record TurnSettings(
    TurnMode mode,
    List<String> languages,
    boolean identify,
    boolean atStart,
    boolean detailed,
    boolean words,
    ProfanityMode profanity,
    PunctuationMode punctuation,
    EndPointing ends,
    int stableWords,
    List<String> phrases,
    Optional<String> endpoint,
    boolean speakers,
    List<String> targets,
    Optional<PronunciationOptions> pronunciation,
    Optional<String> captions) {
  private static final Duration INTERACTIVE_SILENCE = Duration.ofSeconds(5);
  private static final int MOST_INITIAL_SILENCE = 3_600_000;
  private static final int MOST_PHRASES = 2000;

  /** Whether results are translations. */
  boolean translates() {
    return !targets.isEmpty();
  }

  /**
   * @param path of the connection
   * @param query of the connection, with names in lower case
   * @param context of the turn, with keys in lower case
   * @throws ApiException if it asks for what there is not
   */
  static TurnSettings of(String path, Map<String, String> query, ObjectNode context) {
    JsonNode detection = context.path("phrasedetection");
    JsonNode output = context.path("phraseoutput");
    TurnMode mode = mode(TurnMode.ofPath(path), detection);
    List<String> options = lower(LooseJson.texts(output.path("detailed").path("options")));
    Optional<PronunciationOptions> pronunciation =
        pronunciation(detection.path("enrichment").path("pronunciationassessment"));
    boolean words =
        options.contains("wordtimings") || "true".equals(query.get("wordleveltimestamps"));
    boolean detailed =
        words
            || pronunciation.isPresent()
            || "detailed".equalsIgnoreCase(output.path("format").asText(query.get("format")))
            || !options.isEmpty();
    List<String> candidates = LooseJson.texts(context.path("languageid").path("languages"));
    candidates.removeIf(language -> language.equalsIgnoreCase("und"));
    boolean identify = context.path("languageid").isObject() || query.containsKey("lidenabled");
    List<String> targets = LooseJson.texts(context.path("translation").path("targetlanguages"));
    if (targets.isEmpty() && query.containsKey("to")) {
      targets = List.of(query.get("to").split(","));
    }
    if (pronunciation.isPresent() && identify) {
      throw ApiException.invalidParameter(
          "pronunciationAssessment", "Pronunciation is assessed in one language.");
    }
    for (String target : targets) {
      if (!target.toLowerCase(Locale.ROOT).matches("en(-.*)?")) {
        throw ApiException.invalidParameter(
            "targetLanguages", "Speech is translated into English only, not " + target + ".");
      }
    }
    return new TurnSettings(
        mode,
        identify ? candidates : List.of(language(query, detection)),
        identify,
        context.path("languageid").path("mode").asText().equalsIgnoreCase("DetectAtAudioStart"),
        detailed,
        words,
        profanity(detection.path("enrichment").path("profanity").asText(query.get("profanity"))),
        punctuation(mode, query, detection),
        ends(mode, query, detection),
        Math.max(
            number(query.get("stableintermediatethreshold"), 0),
            output.path("interimresults").path("stablethreshold").asInt(0)),
        phrases(context.path("dgi")),
        Optional.ofNullable(query.get("cid")).filter(id -> !id.isEmpty()),
        detection.path("speakerdiarization").path("mode").asText().equalsIgnoreCase("anonymous"),
        targets,
        pronunciation,
        Optional.ofNullable(query.get("captions")).map(CaptionBoard::name));
  }

  private static Optional<PronunciationOptions> pronunciation(JsonNode given) {
    if (!given.isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PronunciationOptions.json(Jsons.write(given)));
    } catch (IllegalArgumentException e) {
      throw ApiException.invalidParameter(
          "pronunciationAssessment", String.valueOf(e.getMessage()));
    }
  }

  private static TurnMode mode(TurnMode ofPath, JsonNode detection) {
    return switch (detection.path("mode").asText().toLowerCase(Locale.ROOT)) {
      case "interactive" -> TurnMode.INTERACTIVE;
      case "conversation" -> TurnMode.CONVERSATION;
      case "dictation" -> TurnMode.DICTATION;
      default -> ofPath;
    };
  }

  private static String language(Map<String, String> query, JsonNode detection) {
    String given = detection.path("language").asText("");
    if (given.isEmpty()) {
      given = query.getOrDefault("language", query.getOrDefault("from", "en-US"));
    }
    return Locale.forLanguageTag(given).toLanguageTag(); // en-us of the SDKs' default
  }

  private static ProfanityMode profanity(String name) {
    return switch (String.valueOf(name).toLowerCase(Locale.ROOT)) {
      case "raw" -> ProfanityMode.NONE;
      case "removed" -> ProfanityMode.REMOVED;
      default -> ProfanityMode.MASKED;
    };
  }

  /** Spoken marks are words unless the client dictates or asks for marks. */
  private static PunctuationMode punctuation(
      TurnMode mode, Map<String, String> query, JsonNode detection) {
    String given =
        ofMode(mode, detection.path("enrichment"))
            .path("punctuationmode")
            .asText(query.get("punctuation"));
    return switch (String.valueOf(given).toLowerCase(Locale.ROOT)) {
      case "none" -> PunctuationMode.NONE;
      case "explicit" -> PunctuationMode.DICTATED;
      case "intelligent" -> PunctuationMode.DICTATED_AND_AUTOMATIC;
      // "implicit" comes with TrueText, also from those who dictate
      default ->
          mode == TurnMode.DICTATION
              ? PunctuationMode.DICTATED_AND_AUTOMATIC
              : PunctuationMode.AUTOMATIC;
    };
  }

  /** What is said for one mode of recognition. */
  private static JsonNode ofMode(TurnMode mode, JsonNode of) {
    return of.path(mode.name().toLowerCase(Locale.ROOT));
  }

  private static EndPointing ends(TurnMode mode, Map<String, String> query, JsonNode detection) {
    JsonNode segmentation = ofMode(mode, detection).path("segmentation");
    int silence =
        segmentation
            .path("segmentationsilencetimeoutms")
            .asInt(
                number(
                    query.get("segmentationsilencetimeoutms"),
                    detection
                        .path("trailingsilencetimeout")
                        .asInt(number(query.get("endsilencetimeoutms"), 0))));
    int forced = segmentation.path("segmentationforcedtimeoutms").asInt(0);
    int initial =
        detection
            .path("initialsilencetimeout")
            .asInt(number(query.get("initialsilencetimeoutms"), 0));
    EndPointing ends = EndPointing.DEFAULT;
    if (silence > 0) {
      ends = ends.withSilence(within(silence, 100, 5_000));
    }
    if (forced > 0) {
      ends = ends.withLongest(within(forced, 1_000, 28_000));
    }
    if (initial > 0 || mode == TurnMode.INTERACTIVE) {
      ends =
          ends.withInitialSilence(
              initial > 0 ? within(initial, 1, MOST_INITIAL_SILENCE) : INTERACTIVE_SILENCE);
    }
    return ends;
  }

  private static Duration within(int millis, int least, int most) {
    return Duration.ofMillis(Math.max(least, Math.min(most, millis)));
  }

  private static List<String> phrases(JsonNode lists) {
    List<String> phrases = new ArrayList<>();
    for (JsonNode group : lists.path("groups")) {
      for (JsonNode item : group.path("items")) {
        phrases.add(item.path("text").asText());
      }
    }
    phrases.removeIf(String::isBlank);
    return phrases.subList(0, Math.min(MOST_PHRASES, phrases.size()));
  }

  private static int number(@Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
