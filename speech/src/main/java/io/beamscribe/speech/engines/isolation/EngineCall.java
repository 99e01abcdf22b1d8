// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Effort;
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
  @JsonSubTypes.Type(value = EngineCall.Punctuate.class, name = "punctuate"),
  @JsonSubTypes.Type(value = EngineCall.Stream.class, name = "stream")
})
sealed interface EngineCall {
  Response answer(OpenStreams streams, Engine engine, List<SpeechSegment> segments)
      throws SpeechException;

  record Recognize(RecognitionOptions options, Effort effort) implements EngineCall {
    @Override
    public Response answer(OpenStreams streams, Engine engine, List<SpeechSegment> segments)
        throws SpeechException {
      return new Response.Recognized(engine.recognize(segments, options, effort));
    }
  }

  record Punctuate(List<Phrase> phrases, String locale) implements EngineCall {
    @Override
    public Response answer(OpenStreams streams, Engine engine, List<SpeechSegment> segments)
        throws SpeechException {
      return new Response.Punctuated(engine.punctuate(segments, phrases, locale));
    }
  }

  /**
   * A step of a stream, which its first step opens.
   *
   * @param stream number that no other stream of the process has
   */
  record Stream(long stream, RecognitionOptions options, StreamStep step) implements EngineCall {
    @Override
    public Response answer(OpenStreams streams, Engine engine, List<SpeechSegment> segments)
        throws SpeechException {
      return new Response.Streamed(streams.take(stream, step, engine, options, segments));
    }

    /** Another step of the same stream. */
    Stream with(StreamStep other) {
      return new Stream(stream, options, other);
    }
  }

  /**
   * @param together whether one language is wanted for all segments
   */
  record Identify(List<String> candidates, boolean together) implements EngineCall {
    @Override
    public Response answer(OpenStreams streams, Engine engine, List<SpeechSegment> segments)
        throws SpeechException {
      return new Response.Identified(
          together
              ? List.of(engine.identifyTogether(segments, candidates))
              : engine.identify(segments, candidates));
    }
  }
}
