// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams of a child process, by number. Thread-safe; of one stream there is one call at a
 * time.
 */
final class OpenStreams {
  private final Map<Long, RecognitionStream> streams = new ConcurrentHashMap<>();

  /**
   * Takes a step of a stream.
   *
   * @param options with which to open it, if it is not open
   */
  StreamResult take(
      long number,
      StreamStep step,
      Engine engine,
      RecognitionOptions options,
      List<SpeechSegment> segments)
      throws SpeechException {
    if (step == StreamStep.CLOSE) {
      RecognitionStream stream = streams.remove(number);
      if (stream != null) {
        stream.close();
      }
      return StreamResult.NOTHING;
    }
    RecognitionStream stream = streams.get(number);
    if (stream == null) {
      stream = engine.stream(options, true);
      streams.put(number, stream);
    }
    StreamResult result = StreamResult.NOTHING;
    for (SpeechSegment segment : segments) {
      result = stream.accept(segment).after(result);
    }
    return switch (step) {
      case LEARN -> {
        stream.endUtterance();
        yield StreamResult.NOTHING;
      }
      case END_UTTERANCE -> stream.endUtterance().after(result);
      default -> result;
    };
  }
}
