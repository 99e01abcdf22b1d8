// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Numbers in words between two bounds, both included. */
final class NumberSymbol implements Symbol {
  private final Numbers numbers;
  private final boolean ordinal;
  private final BigInteger least;
  private final BigInteger most;

  NumberSymbol(Numbers numbers, boolean ordinal, BigInteger least, BigInteger most) {
    this.numbers = numbers;
    this.ordinal = ordinal;
    this.least = least;
    this.most = most;
  }

  @Override
  public List<Hit> at(Symbol.Finder finder, int from) {
    List<Hit> hits = new ArrayList<>();
    for (Numbers.Reading reading : numbers.at(finder.spoken(), from)) {
      if (reading.ordinal() == ordinal
          && reading.value().compareTo(least) >= 0
          && reading.value().compareTo(most) <= 0) {
        hits.add(Hit.of(reading.end(), reading.value()));
      }
    }
    return hits;
  }
}
