// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.text.spoken.Trie;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in words between two bounds, both included, in ones, whole hundreds or whole thousands.
 */
final class NumberSymbol implements Symbol {
  /** Which numbers. */
  enum Kind {
    CARDINAL,
    ORDINAL,
    MASCULINE,
    FEMININE,
    PLURAL;

    /** A feminine ordinal ends in a, in as or, in Italian, in e; there, plurals end in i. */
    boolean takes(Numbers.Reading reading, Spoken spoken) {
      if (this == CARDINAL || this == ORDINAL) {
        return reading.ordinal() == (this == ORDINAL);
      }
      char last = spoken.text().charAt(reading.end() - 1);
      char before = spoken.text().charAt(reading.end() - 2);
      if (this == PLURAL || last == 'i') {
        return reading.ordinal() && this == PLURAL && last == 'i';
      }
      boolean feminine = last == 'a' || last == 'e' || (last == 's' && before == 'a');
      return reading.ordinal() && feminine == (this == FEMININE);
    }
  }

  private final Numbers numbers;
  private final Kind kind;
  private final BigInteger least;
  private final BigInteger most;
  private final BigInteger unit;

  /**
   * @param least in units, as what is found
   * @param unit what a number must be a multiple of
   */
  NumberSymbol(Numbers numbers, Kind kind, BigInteger least, BigInteger most, BigInteger unit) {
    this.numbers = numbers;
    this.kind = kind;
    this.least = least;
    this.most = most;
    this.unit = unit;
  }

  Trie<NumberWord> words() {
    return numbers.words();
  }

  @Override
  public List<Hit> at(Symbol.Finder finder, int from) {
    List<Hit> hits = new ArrayList<>();
    for (Numbers.Reading reading : numbers.at(finder.spoken(), from)) {
      BigInteger value = inUnits(reading.value());
      if (kind.takes(reading, finder.spoken())
          && value.compareTo(least) >= 0
          && value.compareTo(most) <= 0) {
        hits.add(Hit.of(reading.end(), value));
      }
    }
    return hits;
  }

  /** Minus one if it is no multiple. */
  private BigInteger inUnits(BigInteger value) {
    if (unit.equals(BigInteger.ONE)) {
      return value;
    }
    BigInteger[] parts = value.divideAndRemainder(unit);
    return parts[1].signum() == 0 ? parts[0] : BigInteger.ONE.negate();
  }
}
