// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.transcript.DisplayWord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.beam.sdk.annotations.Internal;

/** The forms of one line of spoken words, as one line of JSON. Thread-safe. */
@Internal
public final class LineForms {
  private static final JsonFactory JSON = new JsonFactory();

  private final DisplayRules rules;
  private final InverseTextNormalizer normalizer;
  private final String space;

  /**
   * @param rules the user's own
   */
  public LineForms(String locale, DisplayRules rules) {
    this.rules = rules;
    this.normalizer = InverseTextNormalizer.of(locale);
    String language = Locale.forLanguageTag(locale).getLanguage();
    this.space = language.equals("ja") || language.equals("zh") ? "" : " ";
  }

  /** A JSON object without line breaks. */
  public String of(String line) {
    String lexical = line.strip();
    List<String> words = lexical.isEmpty() ? List.of() : List.of(lexical.split("\\s+"));
    List<DisplayWord> written = rules.itn(words, normalizer.write(words));
    String itn = written.stream().map(DisplayWord::text).collect(Collectors.joining(space));
    List<DisplayWord> displayed = rules.rewrite(displayed(written));
    String display = displayed.stream().map(DisplayWord::text).collect(Collectors.joining(space));
    StringWriter text = new StringWriter(8 * line.length() + 100);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("lexical", lexical);
      json.writeStringField("itn", itn);
      json.writeStringField("maskedITN", itn);
      json.writeStringField("display", display);
      json.writeArrayFieldStart("displayWords");
      for (DisplayWord word : displayed) {
        json.writeStartObject();
        json.writeStringField("displayText", word.text());
        json.writeNumberField("first", word.firstWord());
        json.writeNumberField("last", word.endWord() - 1);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("entities");
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A capital letter at the start and a full stop at the end. */
  private List<DisplayWord> displayed(List<DisplayWord> written) {
    List<DisplayWord> displayed = new ArrayList<>(written);
    if (!displayed.isEmpty()) {
      DisplayWord first = displayed.get(0);
      String text = first.text();
      if (!text.isEmpty()) {
        int end = text.offsetByCodePoints(0, 1);
        String capital = text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
        displayed.set(0, new DisplayWord(capital, first.firstWord(), first.endWord()));
      }
      int at = displayed.size() - 1;
      DisplayWord last = displayed.get(at);
      if (!last.text().endsWith(".")) {
        String stop = space.isEmpty() ? "。" : ".";
        displayed.set(at, new DisplayWord(last.text() + stop, last.firstWord(), last.endWord()));
      }
    }
    return displayed;
  }
}
