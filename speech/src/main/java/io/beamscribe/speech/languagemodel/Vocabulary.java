// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.Locale;
import java.util.OptionalInt;

/** The words that a model can say, in whichever case it writes them. Thread-safe. */
final class Vocabulary {
  private final BaseModel base;
  private final SymbolTable symbols;

  Vocabulary(BaseModel base) {
    this.base = base;
    this.symbols = base.fst().symbols();
  }

  /** The label of a word as it is, or in other case. */
  OptionalInt find(String word) {
    OptionalInt found = exact(word);
    if (found.isEmpty() && !word.isEmpty()) {
      found = exact(word.toLowerCase(Locale.ROOT));
    }
    if (found.isEmpty() && !word.isEmpty()) {
      found = exact(word.toUpperCase(Locale.ROOT));
    }
    return found.isEmpty() && word.length() > 1
        ? exact(
            word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT))
        : found;
  }

  OptionalInt exact(String word) {
    OptionalInt label = symbols.label(word);
    return label.isPresent() && label.getAsInt() != base.end() && base.alone(label.getAsInt()) > 0
        ? label
        : OptionalInt.empty();
  }

  /** Every word, in no order; some of them are never said. */
  Iterable<String> all() {
    return symbols.words();
  }
}
