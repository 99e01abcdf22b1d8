// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Times;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The properties of a transcription: from each version of the API to one form, and back. */
final class TranscriptionForm {
  private static final List<String> PUNCTUATION =
      List.of("None", "Dictated", "Automatic", "DictatedAndAutomatic");
  private static final List<String> PROFANITY = List.of("None", "Removed", "Tags", "Masked");
  private static final int LEAST_HOURS = 6;
  private static final int MOST_HOURS = 31 * 24;

  private TranscriptionForm() {}

  static ObjectNode read(Input given, ApiVersion version) {
    ObjectNode properties = Jsons.object();
    properties.put("wordLevelTimestampsEnabled", given.flag("wordLevelTimestampsEnabled", false));
    properties.put(
        "displayFormWordLevelTimestampsEnabled",
        given.flag("displayFormWordLevelTimestampsEnabled", false));
    List<Integer> channels = given.integers("channels");
    if (channels.stream().anyMatch(channel -> channel < 0 || channel > 35)) {
      throw ApiException.invalid(
          "InvalidChannels", "properties.channels", "Channels are numbers from 0 on.");
    }
    ArrayNode all = properties.putArray("channels");
    channels.stream().distinct().forEach(all::add);
    properties.put(
        "punctuationMode",
        given.oneOf("punctuationMode", PUNCTUATION).orElse("DictatedAndAutomatic"));
    properties.put(
        "profanityFilterMode", given.oneOf("profanityFilterMode", PROFANITY).orElse("Masked"));
    diarization(given, version, properties);
    given
        .object("languageIdentification")
        .ifPresent(languages -> properties.set("languageIdentification", languages(languages)));
    return properties;
  }

  private static void diarization(Input given, ApiVersion version, ObjectNode properties) {
    ObjectNode diarization = Jsons.object();
    given
        .object("diarization")
        .ifPresent(
            asked -> {
              diarization.put("enabled", asked.flag("enabled", !version.dated()));
              diarization.put("maxSpeakers", asked.integer("maxSpeakers", 2, 35).orElse(2));
              asked
                  .object("speakers")
                  .ifPresent(
                      number -> {
                        int least = number.integer("minCount", 1, 35).orElse(1);
                        int most = number.integer("maxCount", 1, 35).orElse(Math.max(2, least));
                        if (most < least) {
                          throw number.wrong("maxCount", "must not be less than minCount");
                        }
                        diarization.put("minSpeakers", least).put("maxSpeakers", most);
                      });
            });
    if (!version.dated()) {
      boolean enabled = given.flag("diarizationEnabled", false);
      if (enabled && diarization.isEmpty()) {
        diarization.put("minSpeakers", 2).put("maxSpeakers", 2);
      }
      diarization.put("enabled", enabled);
    }
    if (diarization.path("enabled").asBoolean()) {
      properties.set("diarization", diarization);
    }
  }

  private static ObjectNode languages(Input given) {
    String mode = given.oneOf("mode", List.of("Continuous", "Single")).orElse("Continuous");
    List<String> candidates = given.texts("candidateLocales");
    if (candidates.size() < 2 || mode.equals("Continuous") && candidates.size() > 10) {
      throw given.wrong("candidateLocales", "must be 2 to 10 locales");
    }
    ObjectNode languages = Jsons.object().put("mode", mode);
    candidates.forEach(languages.withArray("candidateLocales")::add);
    return languages;
  }

  /** Minutes until a finished transcription is deleted; 0 for never. */
  static long lifetimeMinutes(Input given, ApiVersion version) {
    if (version.dated()) {
      OptionalInt hours = given.integer("timeToLiveHours");
      if (hours.isEmpty() || hours.getAsInt() < LEAST_HOURS || hours.getAsInt() > MOST_HOURS) {
        throw ApiException.invalid(
            "InvalidTimeToLive",
            "properties.timeToLiveHours",
            "properties.timeToLiveHours is required, from 6 to 744.");
      }
      return hours.getAsInt() * 60L;
    }
    return given
        .text("timeToLive")
        .map(
            text -> {
              try {
                Duration duration = Times.duration(text);
                if (duration.compareTo(Duration.ofHours(MOST_HOURS)) <= 0) {
                  return duration.isZero() ? 0 : Math.max(1, duration.toMinutes());
                }
              } catch (IllegalArgumentException e) {
                // as one that is too long
              }
              throw ApiException.invalid(
                  "InvalidTimeToLive",
                  "properties.timeToLive",
                  "properties.timeToLive must be a duration such as PT12H, of 31 days at most.");
            })
        .orElse(0L);
  }

  static ObjectNode write(Entity entity, ApiVersion version) {
    ObjectNode stored = entity.properties();
    ObjectNode properties = Jsons.object();
    long minutes = entity.hidden().path("timeToLiveMinutes").asLong();
    properties.set("wordLevelTimestampsEnabled", stored.get("wordLevelTimestampsEnabled"));
    if (version.atLeast(ApiVersion.V3_1)) {
      properties.set(
          "displayFormWordLevelTimestampsEnabled",
          stored.get("displayFormWordLevelTimestampsEnabled"));
    }
    JsonNode channels = stored.path("channels");
    properties.set("channels", channels.isEmpty() ? bothChannels() : channels);
    properties.set("punctuationMode", stored.get("punctuationMode"));
    properties.set("profanityFilterMode", stored.get("profanityFilterMode"));
    diarization(stored.path("diarization"), version, properties);
    if (stored.has("languageIdentification") && version.atLeast(ApiVersion.V3_1)) {
      properties.set("languageIdentification", stored.get("languageIdentification"));
    }
    JsonNode duration = stored.path("durationMilliseconds");
    if (version.dated()) {
      properties.put("timeToLiveHours", (minutes + 59) / 60);
      if (duration.isNumber()) {
        properties.set("durationMilliseconds", duration);
      }
    } else {
      if (minutes > 0) {
        properties.put("timeToLive", Times.of(Duration.ofMinutes(minutes)));
      }
      if (duration.isNumber()) {
        properties.put("duration", Times.of(Duration.ofMillis(duration.asLong())));
      }
    }
    if (stored.has("error")) {
      properties.set("error", stored.get("error"));
    }
    return properties;
  }

  private static void diarization(JsonNode stored, ApiVersion version, ObjectNode properties) {
    boolean enabled = stored.path("enabled").asBoolean();
    if (version.dated()) {
      if (enabled) {
        properties
            .putObject("diarization")
            .put("enabled", true)
            .put("maxSpeakers", stored.path("maxSpeakers").asInt(2));
      }
      return;
    }
    properties.put("diarizationEnabled", enabled);
    if (enabled && version.atLeast(ApiVersion.V3_1)) {
      properties
          .putObject("diarization")
          .putObject("speakers")
          .put("minCount", stored.path("minSpeakers").asInt(1))
          .put("maxCount", stored.path("maxSpeakers").asInt(2));
    }
  }

  private static ArrayNode bothChannels() {
    return Jsons.object().putArray("channels").add(0).add(1);
  }
}
