// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.speech.calls.AnalyticsDocument.Conversations;
import io.beamscribe.speech.calls.AnalyticsDocument.Item;
import io.beamscribe.speech.calls.AnalyticsDocument.Pii;
import io.beamscribe.speech.calls.AnalyticsDocument.Redacted;
import io.beamscribe.speech.calls.AnalyticsDocument.RedactedItem;
import io.beamscribe.speech.calls.AnalyticsDocument.Results;
import io.beamscribe.speech.calls.AnalyticsDocument.Summaries;
import io.beamscribe.speech.calls.sentiment.Sentiment;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RedactedPart;
import io.beamscribe.speech.transcript.TextProvenance;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The figures about a call as the document that the call centre samples of Azure write, with one
 * more object, {@code beamscribe}. The same transcript and options give the same bytes.
 * Thread-safe.
 */
public final class AnalyticsJson {
  private static final Set<String> ONE_LINE_EACH =
      Set.of(
          "words",
          "displayWords",
          "segments",
          "flags",
          "phrases",
          "silences",
          "keyPhrases",
          "mentions",
          "entities");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AnalyticsJson() {}

  /** Writes a document. */
  public static byte[] write(Transcript transcript, FormatOptions options) {
    Call call = CallAnalysis.of(transcript, options.calls());
    JsonNode result = result(TranscriptJson.write(transcript, options), call);
    return Json.write(
        new AnalyticsDocument(
            result,
            new Results(new Conversations<>(List.of(summaries(call))), pii(transcript, call)),
            call),
        ONE_LINE_EACH);
  }

  /** The result document, with the sentiment of each phrase in its readings. */
  private static JsonNode result(byte[] json, Call call) {
    Map<Integer, Sentiment> sentiments = new HashMap<>();
    for (Call.SaidPhrase each : call.phrases()) {
      if (each.sentiment() != null) {
        sentiments.put(each.index(), each.sentiment());
      }
    }
    try {
      JsonNode document = MAPPER.readTree(json);
      int index = 0;
      for (JsonNode phrase : document.path("recognizedPhrases")) {
        Sentiment sentiment = sentiments.get(index++);
        for (JsonNode reading : phrase.path("nBest")) {
          if (sentiment != null && reading instanceof ObjectNode object) {
            object.set("sentiment", MAPPER.valueToTree(sentiment));
          }
        }
      }
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it was written here
    }
  }

  private static Summaries summaries(Call call) {
    return new Summaries(
        "conversation1",
        call.summary().stream()
            .map(each -> new AnalyticsDocument.Summary(each.aspect(), each.text()))
            .toList(),
        List.of());
  }

  /** The text as it is written in the result, which is redacted if that was asked for. */
  private static Pii pii(Transcript transcript, Call call) {
    List<Item> items = new ArrayList<>();
    for (Call.SaidPhrase each : call.phrases()) {
      Phrase phrase = transcript.phrases().get(each.index());
      Reading best = phrase.best();
      items.add(
          new Item(
              Integer.toString(items.size()),
              Integer.toString(side(phrase)),
              Duration.ofMillis(each.offsetMilliseconds()).toString(),
              new RedactedItem(
                  Texts.oneLine(best.itn()),
                  Texts.oneLine(best.lexical()),
                  Texts.oneLine(best.maskedItn()),
                  Texts.oneLine(best.display())),
              entities(transcript, phrase)));
    }
    return new Pii(
        sides(transcript).stream().map(side -> combined(transcript, side)).toList(),
        List.of(new AnalyticsDocument.Conversation("conversation1", items, List.of())));
  }

  /** What a phrase has placeholders for; never what stood there. */
  private static List<AnalyticsDocument.Entity> entities(Transcript transcript, Phrase phrase) {
    Provenance provenance = transcript.provenance();
    TextProvenance text = provenance == null ? null : provenance.text();
    List<RedactedPart> parts = text == null ? null : text.entities();
    return parts == null
        ? List.of()
        : parts.stream()
            .filter(part -> part.channel() == phrase.channel())
            .filter(part -> part.offsetMilliseconds() >= phrase.startMilliseconds())
            .filter(part -> part.offsetMilliseconds() < phrase.endMilliseconds())
            .map(part -> new AnalyticsDocument.Entity(part.category(), "[" + part.category() + "]"))
            .toList();
  }

  /** What the samples call a channel here: with diarization they number speakers from 0. */
  private static int side(Phrase phrase) {
    Integer speaker = phrase.speaker();
    return speaker == null ? phrase.channel() : speaker - 1;
  }

  private static SortedSet<Integer> sides(Transcript transcript) {
    boolean diarized = transcript.phrases().stream().anyMatch(phrase -> phrase.speaker() != null);
    SortedSet<Integer> sides = new TreeSet<>(diarized ? List.of() : transcript.channels());
    transcript.phrases().forEach(phrase -> sides.add(side(phrase)));
    return sides;
  }

  private static Redacted combined(Transcript transcript, int side) {
    List<Reading> said =
        transcript.phrases().stream()
            .filter(phrase -> side(phrase) == side)
            .sorted(Comparator.comparingLong(Phrase::startMilliseconds))
            .map(Phrase::best)
            .toList();
    return new Redacted(
        Integer.toString(side),
        join(said, Reading::display),
        join(said, Reading::itn),
        join(said, Reading::lexical));
  }

  private static String join(List<Reading> said, Function<Reading, String> form) {
    return said.stream().map(form).map(Texts::oneLine).collect(joining(" "));
  }
}
