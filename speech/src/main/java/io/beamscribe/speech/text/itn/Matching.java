// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phrase while it is read: remembers what was found where. For one thread. */
final class Matching implements Symbol.Finder {
  private final Spoken spoken;
  private final IdentityHashMap<Symbol, @Nullable List<Hit>[]> found = new IdentityHashMap<>();

  Matching(Spoken spoken) {
    this.spoken = spoken;
  }

  @Override
  public Spoken spoken() {
    return spoken;
  }

  @Override
  public List<Hit> find(Symbol symbol, int from) {
    @Nullable List<Hit>[] places = found.computeIfAbsent(symbol, each -> places());
    List<Hit> known = places[from];
    if (known == null) {
      // A rule that begins with itself finds nothing there, instead of going on for ever.
      places[from] = List.of();
      known = symbol.at(this, from);
      places[from] = known;
    }
    return known;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable List<Hit>[] places() {
    return new List[spoken.length() + 1];
  }
}
