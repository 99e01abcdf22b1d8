// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.DataFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words near a number that say what it is. */
enum Cues {
  CARD,
  CVV,
  PHONE,
  SSN,
  IBAN,
  IP,
  ID,
  ZIP,
  BIRTH,
  WEAK,
  NONE;

  /** Words before a number that are looked at. */
  private static final int BEFORE = 8;

  /** Words after it. */
  private static final int AFTER = 3;

  private static final Map<Cues, Set<String>> WHOLE;
  private static final Map<Cues, List<String>> WITHIN;
  private static final Map<List<String>, Cues> SEVERAL;

  static {
    Map<Cues, Set<String>> whole = new EnumMap<>(Cues.class);
    Map<Cues, List<String>> within = new EnumMap<>(Cues.class);
    Map<List<String>, Cues> several = new HashMap<>();
    for (String line : DataFile.lines(Cues.class, "cues.txt")) {
      String[] words = line.split("\\s+");
      Cues cue = valueOf(words[0].toUpperCase(Locale.ROOT));
      for (int i = 1; i < words.length; i++) {
        if (words[i].indexOf('+') > 0) {
          several.put(List.of(words[i].split("\\+")), cue);
        } else if (words[i].codePointAt(0) < 0x250) {
          whole.computeIfAbsent(cue, key -> new HashSet<>()).add(words[i]);
        } else {
          within.computeIfAbsent(cue, key -> new ArrayList<>()).add(words[i]);
        }
      }
    }
    WHOLE = Collections.unmodifiableMap(whole);
    WITHIN = Collections.unmodifiableMap(within);
    SEVERAL = Collections.unmodifiableMap(several);
  }

  /** The cue nearest to some pieces; a weak one only if there is no other. */
  static Cues near(Stretch stretch, int first, int end) {
    Cues weak = NONE;
    for (int distance = 1; distance <= BEFORE; distance++) {
      Cues before = of(stretch, first - distance);
      boolean has = distance <= AFTER && end + distance <= stretch.pieces().size();
      Cues after = has ? of(stretch, end + distance - 1) : NONE;
      for (Cues cue : List.of(before, after)) {
        if (cue != NONE && cue != WEAK) {
          return cue;
        }
        weak = cue == WEAK ? WEAK : weak;
      }
    }
    return weak;
  }

  /** Whether a cue is near, whatever others are. */
  static boolean has(Cues wanted, Stretch stretch, int first, int end) {
    int to = Math.min(stretch.pieces().size(), end + AFTER);
    for (int i = Math.max(0, first - BEFORE); i < to; i++) {
      if ((i < first || i >= end) && wanted.is(stretch.pieces().get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** What a piece, or that and others after it, say of a number; nothing outside a stretch. */
  static Cues of(Stretch stretch, int index) {
    if (index < 0 || index >= stretch.pieces().size()) {
      return NONE;
    }
    for (Map.Entry<List<String>, Cues> each : SEVERAL.entrySet()) {
      if (stretch.stands(index, each.getKey())) {
        return each.getValue();
      }
    }
    for (Cues cue : values()) {
      if (cue.is(stretch.pieces().get(index).text())) {
        return cue;
      }
    }
    return NONE;
  }

  private boolean is(String word) {
    String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    return WHOLE.getOrDefault(this, Set.of()).contains(plain)
        || WITHIN.getOrDefault(this, List.of()).stream().anyMatch(word::contains);
  }
}
