// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.text.forms.PhraseForms;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/** Writes the forms of final phrases before it passes them on. Not thread-safe. */
final class WritingListener implements LiveListener {
  /** Utterances end at a pause, and with them sentences; in milliseconds. */
  private static final long PAUSE = 10_000;

  private final PhraseForms forms;
  private final String locale;
  private final boolean verbatim;
  private final LiveListener next;

  /**
   * @param locale of phrases that have none
   */
  WritingListener(TextOptions text, String locale, boolean verbatim, LiveListener next) {
    this.forms = new PhraseForms(text);
    this.locale = locale;
    this.verbatim = verbatim;
    this.next = next;
  }

  @Override
  public void speechStarted(long position) {
    next.speechStarted(position);
  }

  @Override
  public void partial(Phrase phrase, int stableWords) {
    next.partial(forms.partial(phrase, locale(phrase)), stableWords);
  }

  @Override
  public void assessed(Assessment assessment) {
    next.assessed(assessment);
  }

  @Override
  public void spoken(List<Phrase> phrases) {
    next.spoken(phrases.stream().map(this::written).toList());
  }

  @Override
  public void phrase(Phrase phrase) {
    next.phrase(written(phrase));
  }

  private Phrase written(Phrase phrase) {
    return forms.write(phrase, locale(phrase), verbatim, PAUSE, false);
  }

  private String locale(Phrase phrase) {
    return phrase.locale() == null ? locale : phrase.locale();
  }

  @Override
  public void speechEnded(long position) {
    next.speechEnded(position);
  }

  @Override
  public void initialSilence(long position) {
    next.initialSilence(position);
  }
}
