// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import io.beamscribe.speech.scoring.conversations.Turn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of references says. Immutable.
 *
 * @param utterances in the order of the file
 * @param locales language of files whose words are not known
 * @param turns who speaks when in each file, from references of speakers
 */
public record References(
    List<Utterance> utterances,
    Map<String, String> locales,
    Map<String, List<Turn>> turns,
    List<BadLine> bad)
    implements Serializable {

  /** Gathers what a reader finds. Not thread-safe. */
  static final class Builder {
    private final List<Utterance> utterances = new ArrayList<>();
    private final Map<String, String> locales = new LinkedHashMap<>();
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();
    private final List<BadLine> bad = new ArrayList<>();

    void add(Utterance utterance) {
      utterances.add(utterance);
    }

    void locale(String file, String locale) {
      locales.put(file, locale);
    }

    void turn(String file, Turn turn) {
      turns.computeIfAbsent(file, key -> new ArrayList<>()).add(turn);
    }

    void bad(int line, String file, String sentence) {
      bad.add(new BadLine(line, file, sentence));
    }

    References build() {
      return new References(utterances, locales, turns, bad);
    }
  }
}
