// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.streaming.LiveListener;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/**
 * A turn whose final phrases are captions as well.
 *
 * @param begin of the turn in the captions, in milliseconds
 */
record CaptionedTurn(LiveListener turn, LiveCaptions captions, long begin) implements LiveListener {
  /** A turn that begins now. */
  static CaptionedTurn of(LiveListener turn, LiveCaptions captions) {
    return new CaptionedTurn(turn, captions, captions.begin());
  }

  @Override
  public void speechStarted(long position) {
    turn.speechStarted(position);
  }

  @Override
  public void partial(Phrase phrase, int stableWords) {
    turn.partial(phrase, stableWords);
  }

  @Override
  public void spoken(List<Phrase> phrases) {
    turn.spoken(phrases);
  }

  @Override
  public void assessed(Assessment assessment) {
    turn.assessed(assessment);
  }

  @Override
  public void phrase(Phrase phrase) {
    captions.add(phrase.later(begin));
    turn.phrase(phrase);
  }

  @Override
  public void speechEnded(long position) {
    turn.speechEnded(position);
  }

  @Override
  public void initialSilence(long position) {
    turn.initialSilence(position);
  }
}
