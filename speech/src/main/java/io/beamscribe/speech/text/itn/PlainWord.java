// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import java.util.List;

/** A word as it is: any, or one of a single letter. */
record PlainWord(boolean letter) implements Symbol {
  @Override
  public List<Hit> at(Symbol.Finder finder, int from) {
    Spoken spoken = finder.spoken();
    if (from == spoken.length() || !spoken.isEdge(from) || spoken.isBarrier(from)) {
      return List.of();
    }
    int end = spoken.partEnd(from);
    if (letter && (end != from + 1 || !Character.isLetter(spoken.text().charAt(from)))) {
      return List.of();
    }
    return List.of(Hit.of(end, spoken.original(from, end)));
  }
}
