// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Vosk recognised between two of its endpoints.
 *
 * @param words the best reading (minimum Bayes risk), with confidences
 * @param readings the likeliest paths of the lattice; empty unless asked for
 */
record Utterance(List<TimedWord> words, List<LatticePath> readings) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param words Vosk's result without alternatives
   * @param readings its result with alternatives, for the same samples; null for none
   * @param clock of the stream
   */
  static Utterance parse(String words, @Nullable String readings, StreamClock clock)
      throws SpeechException {
    try {
      List<LatticePath> parsed = new ArrayList<>();
      if (readings != null) {
        for (JsonNode path : JSON.readTree(readings).path("alternatives")) {
          parsed.add(new LatticePath(words(path, clock), path.path("confidence").asDouble()));
        }
      }
      return new Utterance(words(JSON.readTree(words), clock), parsed);
    } catch (JsonProcessingException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "Vosk gave a result that cannot be read", e);
    }
  }

  /** The words of a partial result. */
  static String partial(String result) throws SpeechException {
    return said(member(result, "partial"));
  }

  /** The words of a result. */
  static String text(String result) throws SpeechException {
    return said(member(result, "text"));
  }

  private static String member(String result, String name) throws SpeechException {
    try {
      return JSON.readTree(result).path(name).asText();
    } catch (JsonProcessingException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "Vosk gave a result that cannot be read", e);
    }
  }

  private static String said(String text) {
    return text.indexOf('[') < 0
        ? text
        : String.join(" ", BracketedNumbers.said(List.of(text.split(" "))));
  }

  private static List<TimedWord> words(JsonNode node, StreamClock clock) {
    JsonNode result = node.path("result");
    List<String> texts = new ArrayList<>();
    result.forEach(word -> texts.add(word.path("word").asText()));
    Iterator<String> said = BracketedNumbers.said(texts).iterator();
    List<TimedWord> words = new ArrayList<>();
    for (JsonNode word : result) {
      TimedWord recognized =
          new TimedWord(
              said.next(),
              word.path("start").asDouble(),
              word.path("end").asDouble(),
              word.path("conf").asDouble(Double.NaN));
      words.add(clock.inFile(recognized));
    }
    return words;
  }
}
