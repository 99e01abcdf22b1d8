// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Jsons;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the result document of a job into the form that a version of the API promises. */
final class ResultShape {
  private final ApiVersion version;
  private final boolean words;
  private final boolean displayWords;
  private final Set<Integer> channels = new HashSet<>();

  ResultShape(ApiVersion version, JsonNode properties) {
    this.version = version;
    this.words = properties.path("wordLevelTimestampsEnabled").asBoolean();
    this.displayWords = properties.path("displayFormWordLevelTimestampsEnabled").asBoolean();
    properties.path("channels").forEach(channel -> channels.add(channel.asInt()));
  }

  /** Whether the job has to find the times of words. */
  boolean timesOfWords() {
    return words || displayWords;
  }

  /** Changes the document, and writes it. */
  byte[] apply(ObjectNode result, String source) {
    result.put("source", source);
    if (!version.dated()) {
      withoutMilliseconds(result);
    }
    if (!channels.isEmpty()) {
      onlyChannels(result.path("recognizedPhrases"));
      onlyChannels(result.path("combinedRecognizedPhrases"));
    }
    for (JsonNode phrase : result.path("recognizedPhrases")) {
      for (JsonNode reading : phrase.path("nBest")) {
        if (!words) {
          ((ObjectNode) reading).remove("words");
        }
        if (!displayWords) {
          ((ObjectNode) reading).remove("displayWords");
        }
      }
    }
    return Jsons.bytes(result);
  }

  private void onlyChannels(JsonNode list) {
    if (list instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (!channels.contains(array.get(i).path("channel").asInt())) {
          array.remove(i);
        }
      }
    }
  }

  private static void withoutMilliseconds(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.remove(List.of("offsetMilliseconds", "durationMilliseconds"));
    }
    tree.forEach(ResultShape::withoutMilliseconds);
  }
}
