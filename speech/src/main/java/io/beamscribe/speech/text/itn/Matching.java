// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a phrase while it is read: remembers what was found where. What begins in it ends in
 * it. For one thread.
 */
final class Matching implements Symbol.Finder {
  private final Spoken spoken;
  private final IdentityHashMap<Symbol, @Nullable List<Hit>[]> found = new IdentityHashMap<>();

  private final int from;
  private final int end;

  /**
   * @param from the first place that may be asked for
   * @param end where matches end at the latest
   */
  Matching(Spoken spoken, int from, int end) {
    this.spoken = spoken;
    this.from = from;
    this.end = end;
  }

  @Override
  public Spoken spoken() {
    return spoken;
  }

  @Override
  public List<Hit> find(Symbol symbol, int at) {
    if (at > end) {
      return List.of();
    }
    @Nullable List<Hit>[] places = found.computeIfAbsent(symbol, each -> places());
    List<Hit> known = places[at - from];
    if (known == null) {
      // A rule that begins with itself finds nothing there, instead of going on for ever.
      places[at - from] = List.of();
      known = inside(symbol.at(this, at));
      places[at - from] = known;
    }
    return known;
  }

  private List<Hit> inside(List<Hit> hits) {
    for (Hit hit : hits) {
      if (hit.end() > end) {
        return hits.stream().filter(each -> each.end() <= end).toList();
      }
    }
    return hits;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable List<Hit>[] places() {
    return new List[end - from + 1];
  }
}
