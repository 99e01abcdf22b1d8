package io.beamscribe.speech.recognition.isolation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beamscribe.speech.recognition.Recognition;
import java.util.List;

/** What a child has to say where nothing failed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Answer.Recognized.class, name = "recognized"),
  @JsonSubTypes.Type(value = Answer.Identified.class, name = "identified")
})
sealed interface Answer {
  /** The model is loaded. */
  record Ready(boolean tellsLanguages) implements Answer {}

  record Recognized(Recognition recognition) implements Answer {}

  record Identified(List<String> languages) implements Answer {}
}
