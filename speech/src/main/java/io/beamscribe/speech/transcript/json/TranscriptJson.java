// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transcript as a result document of Azure batch transcription (2024-11-15) with one more object,
 * {@code beamscribe}. The same transcript and options give the same bytes. Thread-safe.
 */
public final class TranscriptJson {
  /** Arrays with thousands of elements. */
  private static final Set<String> ONE_LINE_EACH =
      Set.of("words", "displayWords", "segments", "flags");

  private TranscriptJson() {}

  /**
   * Writes a document. Fractions are rounded to 6 digits, levels to 2. {@code lexical} is what was
   * spoken, {@code itn}, {@code maskedITN} and {@code display} the text of the alternative.
   */
  public static byte[] write(Transcript transcript, FormatOptions options) {
    return Json.write(new ResultWriter(options).document(transcript), ONE_LINE_EACH);
  }

  /**
   * Reads a document: one of ours gives back the transcript it was made from, with fractions as
   * rounded. Documents of other services in the same format are read as well, without provenance;
   * unknown members and phrases without any text are ignored.
   *
   * @throws SpeechException INVALID_AUDIO with the reason if this is not a result document
   */
  public static Transcript read(byte[] json) throws SpeechException {
    try {
      return ResultReader.transcript(Json.read(json, ResultDocument.class));
    } catch (JsonParseException e) {
      throw unreadable("it is not well-formed JSON (line " + e.getLocation().getLineNr() + ")", e);
    } catch (JsonMappingException e) {
      throw unreadable("a part of it has the wrong form: " + path(e), e);
    } catch (NullPointerException e) {
      throw unreadable("it holds null where a value belongs", e);
    } catch (IllegalArgumentException e) {
      throw unreadable(e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable("it is not text in UTF-8", e);
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      path.append(step.getFieldName() != null ? "/" + step.getFieldName() : "/" + step.getIndex());
    }
    return path.isEmpty() ? "/" : path.toString();
  }

  private static SpeechException unreadable(@Nullable String reason, Exception cause) {
    return new SpeechException(
        ErrorKind.INVALID_AUDIO,
        "This JSON is not the result of a transcription: " + reason + ".",
        cause);
  }
}
