// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import java.util.List;

/** What a rule can refer to by name: a list, other rules, or numbers. */
interface Symbol {
  /** Everything of its kind that begins at a place, in an order that is always the same. */
  List<Hit> at(Finder finder, int from);

  /** A phrase in which symbols are looked for. */
  interface Finder {
    Spoken spoken();

    /** What a symbol finds at a place; asks it once only. */
    List<Hit> find(Symbol symbol, int from);
  }
}
