// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/** A successful response of a child. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Response.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Response.Recognized.class, name = "recognized"),
  @JsonSubTypes.Type(value = Response.Identified.class, name = "identified"),
  @JsonSubTypes.Type(value = Response.Punctuated.class, name = "punctuated"),
  @JsonSubTypes.Type(value = Response.Streamed.class, name = "streamed")
})
sealed interface Response {
  /** The model is loaded. */
  record Ready(boolean identifiesLanguages) implements Response {}

  record Recognized(Recognition recognition) implements Response {}

  record Punctuated(List<Phrase> phrases) implements Response {}

  record Streamed(StreamResult result) implements Response {}

  record Identified(List<String> languages) implements Response {}
}
