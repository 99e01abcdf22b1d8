// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spelling;
import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.text.spoken.Trie;
import java.util.ArrayList;
import java.util.List;

/** Words with what is written for each. */
final class WordList implements Symbol {
  private final Trie<String> words = new Trie<>();

  void add(String spoken, String written) {
    words.put(Spelling.of(spoken), written);
  }

  Trie<String> words() {
    return words;
  }

  @Override
  public List<Hit> at(Symbol.Finder finder, int from) {
    List<Hit> hits = new ArrayList<>();
    Spoken spoken = finder.spoken();
    if (spoken.isEdge(from)) {
      words.walk(
          spoken.text(),
          from,
          (end, all) -> {
            if (end > from && spoken.isEdge(end)) {
              all.forEach(written -> hits.add(Hit.of(end, written)));
            }
          });
    }
    return hits;
  }
}
