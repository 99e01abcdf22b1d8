package io.beamscribe.speech.recognition.isolation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.List;

/** What a child is asked to do with segments. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Call.Recognize.class, name = "recognize"),
  @JsonSubTypes.Type(value = Call.Identify.class, name = "identify")
})
sealed interface Call {
  Answer answer(Engine engine, List<SpeechSegment> segments) throws SpeechException;

  record Recognize(RecognitionOptions options) implements Call {
    @Override
    public Answer answer(Engine engine, List<SpeechSegment> segments) throws SpeechException {
      return new Answer.Recognized(engine.recognize(segments, options));
    }
  }

  record Identify(List<String> candidates) implements Call {
    @Override
    public Answer answer(Engine engine, List<SpeechSegment> segments) throws SpeechException {
      return new Answer.Identified(engine.identify(segments, candidates));
    }
  }
}
