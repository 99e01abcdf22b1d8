// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingListenerTest {
  @Test
  void profanityIsMaskedBeforeAPhraseIsFinalToo() {
    List<String> texts = new ArrayList<>();
    LiveListener client =
        new LiveListener() {
          @Override
          public void partial(Phrase phrase, int stableWords) {
            texts.add(phrase.best().display());
          }

          @Override
          public void phrase(Phrase phrase) {
            texts.add(phrase.best().display());
          }
        };
    LiveListener writing = new WritingListener(TextOptions.DEFAULT, "en-US", true, client);

    writing.partial(phrase("oh shit", List.of()), 1);
    writing.phrase(
        phrase("oh shit", List.of(new Word("oh", 0, 300, 1), new Word("shit", 300, 700, 1))));

    assertThat(texts).containsExactly("oh s***", "Oh s***.");
  }

  private static Phrase phrase(String text, List<Word> words) {
    return new Phrase(0, 0, 1000, "en-US", List.of(Reading.verbatim(text, 1, words)));
  }
}
