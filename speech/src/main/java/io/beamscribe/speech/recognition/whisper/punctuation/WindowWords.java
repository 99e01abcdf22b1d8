// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.punctuation;

import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A window and the words that are said in it.
 *
 * @param words at least one
 * @param silence milliseconds until the next word
 */
record WindowWords(Window window, List<Word> words, long silence) {
  private static final long LONG = 10_000;

  /** The windows that have words; each word is in the last one that begins before its middle. */
  static List<WindowWords> of(List<Window> windows, List<Word> words) {
    List<WindowWords> filled = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < windows.size(); i++) {
      int from = next;
      long end = i + 1 < windows.size() ? start(windows.get(i + 1)) : Long.MAX_VALUE;
      while (next < words.size() && middle(words.get(next)) < end) {
        next++;
      }
      if (next > from) {
        long silence =
            next < words.size()
                ? words.get(next).startMilliseconds() - words.get(next - 1).endMilliseconds()
                : LONG;
        filled.add(new WindowWords(windows.get(i), words.subList(from, next), silence));
      }
    }
    return filled;
  }

  private static long start(Window window) {
    return window.parts().get(0).segment().range().startMillis();
  }

  private static long middle(Word word) {
    return (word.startMilliseconds() + word.endMilliseconds()) / 2;
  }
}
