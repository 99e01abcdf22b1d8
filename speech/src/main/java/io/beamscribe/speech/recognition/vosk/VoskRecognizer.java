// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import com.sun.jna.Pointer;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import org.jspecify.annotations.Nullable;

/**
 * One native recogniser: fed the samples of one stream, then closed. Not thread-safe. While open,
 * it keeps its model from being freed.
 */
final class VoskRecognizer implements AutoCloseable {
  private final NativeHandle model;
  private @Nullable Pointer recognizer;

  /**
   * @param alternatives 0 for the best reading with a confidence for each word, else how many
   *     readings with a cost each
   * @throws IllegalStateException if the model is closed
   */
  VoskRecognizer(NativeHandle model, int alternatives) throws SpeechException {
    this.model = model;
    Pointer used = model.use();
    try {
      recognizer = VoskLibrary.vosk_recognizer_new(used, SampleRange.RATE);
    } finally {
      if (recognizer == null) {
        model.release();
      }
    }
    if (recognizer == null) {
      throw new SpeechException(
          ErrorKind.INTERNAL,
          "Vosk made no recogniser: the model does not take audio at 16 kHz, or has no graph");
    }
    VoskLibrary.vosk_recognizer_set_words(recognizer, 1);
    VoskLibrary.vosk_recognizer_set_max_alternatives(recognizer, alternatives);
  }

  /**
   * Takes the first {@code count} samples; returns true if an utterance has ended and {@link
   * #result} is due.
   */
  boolean accept(float[] samples, int count) throws SpeechException {
    int state = VoskLibrary.vosk_recognizer_accept_waveform_f(open(), samples, count);
    if (state < 0) {
      throw new SpeechException(ErrorKind.INTERNAL, "Vosk could not process the audio");
    }
    return state > 0;
  }

  /** Returns what was said since the last utterance, as JSON; the recogniser goes on. */
  String partialResult() {
    return text(VoskLibrary.vosk_recognizer_partial_result(open()));
  }

  /** Returns the utterance that has just ended, as JSON. */
  String result() {
    return text(VoskLibrary.vosk_recognizer_result(open()));
  }

  /** Ends the input; returns what was said since the last utterance, as JSON. */
  String finalResult() {
    return text(VoskLibrary.vosk_recognizer_final_result(open()));
  }

  @Override
  public void close() {
    if (recognizer != null) {
      VoskLibrary.vosk_recognizer_free(recognizer);
      recognizer = null;
      model.release();
    }
  }

  private Pointer open() {
    if (recognizer == null) {
      throw new IllegalStateException("closed already");
    }
    return recognizer;
  }

  private static String text(Pointer json) {
    return json.getString(0, "UTF-8");
  }
}
