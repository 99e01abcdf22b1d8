// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window with the text recognised in it. */
final class WindowResult {
  final Window window;
  final List<Phrase> phrases = new ArrayList<>();
  final List<Flag> flags = new ArrayList<>();

  /** Audio that the model left out, to be decoded separately; null if there is none. */
  @Nullable WindowResult rest;

  WindowResult(Window window) {
    this.window = window;
  }

  /** The results of windows and of their leftovers, in the order of the audio. */
  static Recognition all(List<WindowResult> windows) {
    List<Phrase> phrases = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    for (WindowResult window : windows) {
      for (WindowResult part = window; part != null; part = part.rest) {
        phrases.addAll(part.phrases);
        flags.addAll(part.flags);
      }
    }
    return new Recognition(phrases, flags);
  }
}
