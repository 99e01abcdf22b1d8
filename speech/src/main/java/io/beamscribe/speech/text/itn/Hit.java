// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.math.BigInteger;

/**
 * Something found in a phrase.
 *
 * @param end place after its last character
 * @param text what is written for it
 * @param value of a number, zero for all else
 */
record Hit(int end, String text, BigInteger value) {
  static Hit of(int end, String text) {
    return new Hit(end, text, BigInteger.ZERO);
  }

  static Hit of(int end, BigInteger value) {
    return new Hit(end, value.toString(), value);
  }
}
