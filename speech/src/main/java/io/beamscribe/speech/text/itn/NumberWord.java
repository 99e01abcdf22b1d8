// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.math.BigInteger;

/**
 * A word, or several, that numbers are made of.
 *
 * @param kind how it joins the others
 * @param value what it stands for
 */
record NumberWord(Kind kind, BigInteger value) {
  /** How a word joins the others. */
  enum Kind {
    /** Is added: <i>twenty five</i>. */
    GROUP,
    /** Multiplies what precedes it: <i>thousand</i>. */
    SCALE,
    /** Multiplies what precedes it, and may also stand for one of it: <i>mil</i>. */
    BARE_SCALE,
    /** One of a scale, with nothing before it: <i>a hundred</i>. */
    ONE_SCALE,
    /** Joins two parts and adds nothing: <i>and</i>. */
    LINK,
    /** Is added and ends an ordinal: <i>twenty fifth</i>. */
    ORDINAL,
    /** Multiplies and ends an ordinal: <i>thousandth</i>. */
    ORDINAL_SCALE
  }

  boolean endsOrdinal() {
    return kind == Kind.ORDINAL || kind == Kind.ORDINAL_SCALE;
  }
}
