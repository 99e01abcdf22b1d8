// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

/**
 * How well text can be divided after a piece of it, the best first. Costs are as of {@link
 * CueCutter} and {@link CueLayout}.
 */
enum Joint {
  PHRASE_END(0, -30),
  SENTENCE_END(0, -30),
  CLAUSE_END(80, -20),
  /** Before a conjunction or preposition. */
  BEFORE_CONNECTIVE(230, -10),
  PLAIN(280, 0),
  /** After a pronoun, an auxiliary verb or a preposition. */
  LOOSE(360, 14),
  /** Within an article and its noun, a title and its name, a first and a last name. */
  BOUND(900, 1000);

  /** Cost of ending a subtitle here in fluent speech. */
  final int ofCue;

  /** Cost of ending a line here. */
  final int ofLine;

  Joint(int ofCue, int ofLine) {
    this.ofCue = ofCue;
    this.ofLine = ofLine;
  }

  boolean endsSentence() {
    return this == PHRASE_END || this == SENTENCE_END;
  }
}
