// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.forms.LexicalForms;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.redaction.Entity;
import io.beamscribe.speech.text.redaction.Redacted;
import io.beamscribe.speech.text.redaction.Redactor;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/** The forms of one line of spoken words, as one line of JSON. Thread-safe. */
@Internal
public final class LineForms {
  private static final JsonFactory JSON = new JsonFactory();

  private final LexicalForms forms;
  private final @Nullable Redactor redactor;

  /**
   * @param redactor takes personal data out; null to leave it in
   */
  public LineForms(String locale, TextOptions options, @Nullable Redactor redactor) {
    this.forms = new LexicalForms(locale, options);
    this.redactor = redactor;
  }

  private Redacted redacted(List<String> words) {
    Phrase phrase =
        new Phrase(
            0,
            0,
            LexicalForms.MILLISECONDS * words.size(),
            null,
            List.of(LexicalForms.spoken(words)));
    try {
      return redactor == null || words.isEmpty()
          ? new Redacted(List.of(phrase), List.of())
          : redactor.redact(List.of(phrase));
    } catch (SpeechException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The number in the line of what a word begins with: a placeholder stands for several. */
  private static long firstOf(Reading spoken, int word) {
    return spoken.words().get(word).startMilliseconds() / LexicalForms.MILLISECONDS;
  }

  private static long lastOf(Reading spoken, int word) {
    return (spoken.words().get(word).endMilliseconds() - 1) / LexicalForms.MILLISECONDS;
  }

  /** A JSON object without line breaks. Words are numbered as in the line, from 0. */
  public String of(String line) {
    String lexical = line.strip();
    List<String> words = lexical.isEmpty() ? List.of() : List.of(lexical.split("\\s+"));
    Redacted found = redacted(words);
    Reading spoken = found.phrases().get(0).best();
    Reading reading = forms.write(spoken);
    StringWriter text = new StringWriter(8 * line.length() + 100);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("lexical", reading.lexical());
      json.writeStringField("itn", reading.itn());
      json.writeStringField("maskedITN", reading.maskedItn());
      json.writeStringField("display", reading.display());
      json.writeArrayFieldStart("displayWords");
      for (DisplayWord word : reading.displayWords()) {
        json.writeStartObject();
        json.writeStringField("displayText", word.text());
        json.writeNumberField("first", firstOf(spoken, word.firstWord()));
        json.writeNumberField("last", lastOf(spoken, word.endWord() - 1));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("entities");
      for (Entity entity : found.entities()) {
        json.writeStartObject();
        json.writeStringField("category", entity.category().word());
        json.writeStringField(
            "text", String.join(" ", words.subList(entity.firstWord(), entity.endWord())));
        json.writeNumberField("first", entity.firstWord());
        json.writeNumberField("last", entity.endWord() - 1);
        json.writeNumberField("confidence", entity.confidence());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
