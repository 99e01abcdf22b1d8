// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.beamscribe.speech.text.forms.LexicalForms;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;

/** The forms of one line of spoken words, as one line of JSON. Thread-safe. */
@Internal
public final class LineForms {
  private static final JsonFactory JSON = new JsonFactory();

  private final LexicalForms forms;

  /**
   * @param rules the user's own
   */
  public LineForms(String locale, DisplayRules rules) {
    this.forms = new LexicalForms(locale, TextOptions.DEFAULT, rules);
  }

  /** A JSON object without line breaks. */
  public String of(String line) {
    String lexical = line.strip();
    List<String> words = lexical.isEmpty() ? List.of() : List.of(lexical.split("\\s+"));
    Reading reading = forms.write(words);
    StringWriter text = new StringWriter(8 * line.length() + 100);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("lexical", lexical);
      json.writeStringField("itn", reading.itn());
      json.writeStringField("maskedITN", reading.maskedItn());
      json.writeStringField("display", reading.display());
      json.writeArrayFieldStart("displayWords");
      for (DisplayWord word : reading.displayWords()) {
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
}
