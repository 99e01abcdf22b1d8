// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.said;

import io.beamscribe.speech.text.DataFile;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Phrases that tell what somebody does in a call, by the language of the call. Immutable. */
public final class Cues {
  /** What a phrase is a sign of. */
  public enum Kind {
    /** How agents open a call. */
    GREETING,
    /** What else only agents say. */
    AGENT,
    /** What only customers say. */
    CUSTOMER,
    /** Asks the other to wait. */
    HOLD,
    /** Says what is wrong or wished for. */
    ISSUE,
    /** Says what was done, or will be. */
    RESOLUTION,
    /** Ends a call; says nothing of its matter. */
    CLOSING
  }

  private final Map<Kind, List<PhrasePattern>> patterns = new EnumMap<>(Kind.class);

  private Cues(String language) {
    for (List<String> row : DataFile.rowsIfAny(Cues.class, "cues-" + language + ".tsv")) {
      patterns
          .computeIfAbsent(
              Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)), kind -> new ArrayList<>())
          .add(new PhrasePattern(row.get(1)));
    }
  }

  /**
   * Those of a language; none if it has none.
   *
   * @param locale BCP-47 tag
   */
  public static Cues of(String locale) {
    return new Cues(locale.split("-")[0].toLowerCase(Locale.ROOT));
  }

  /** The patterns of a kind. */
  public List<PhrasePattern> patterns(Kind kind) {
    return patterns.getOrDefault(kind, List.of());
  }

  /** How many phrases of a kind stand in some words. */
  public int count(Kind kind, List<Word> words) {
    return patterns(kind).stream().mapToInt(pattern -> pattern.find(words).size()).sum();
  }
}
