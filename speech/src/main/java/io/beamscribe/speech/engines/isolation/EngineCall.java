// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/** A request to a child process to process segments. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EngineCall.Recognize.class, name = "recognize"),
  @JsonSubTypes.Type(value = EngineCall.Identify.class, name = "identify"),
  @JsonSubTypes.Type(value = EngineCall.Punctuate.class, name = "punctuate")
})
sealed interface EngineCall {
  Response answer(Engine engine, List<SpeechSegment> segments) throws SpeechException;

  record Recognize(RecognitionOptions options) implements EngineCall {
    @Override
    public Response answer(Engine engine, List<SpeechSegment> segments) throws SpeechException {
      return new Response.Recognized(engine.recognize(segments, options));
    }
  }

  record Punctuate(List<Phrase> phrases, String locale) implements EngineCall {
    @Override
    public Response answer(Engine engine, List<SpeechSegment> segments) throws SpeechException {
      return new Response.Punctuated(engine.punctuate(segments, phrases, locale));
    }
  }

  /**
   * @param together whether one language is wanted for all segments
   */
  record Identify(List<String> candidates, boolean together) implements EngineCall {
    @Override
    public Response answer(Engine engine, List<SpeechSegment> segments) throws SpeechException {
      return new Response.Identified(
          together
              ? List.of(engine.identifyTogether(segments, candidates))
              : engine.identify(segments, candidates));
    }
  }
}
