// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.PhrasePattern;
import io.beamscribe.speech.calls.said.Role;
import java.util.List;
import java.util.Optional;

/**
 * Something is said, by somebody, at some time. Immutable.
 *
 * @param phrases any of them
 * @param cue or what usually is a sign of this
 * @param by who says it; empty for anybody
 * @param times at least so often
 * @param first in so many milliseconds from the first word; negative for the whole call
 * @param last in so many before the last one ends
 * @param place where it stands to something else; empty for anywhere
 */
record Condition(
    List<PhrasePattern> phrases,
    Optional<Cues.Kind> cue,
    Optional<Role> by,
    int times,
    long first,
    long last,
    Optional<Place> place)
    implements Rule {

  /** On which side of something. */
  enum Side {
    AFTER,
    BEFORE,
    NEAR
  }

  /**
   * Where it is said.
   *
   * @param of what else is said
   * @param within at most so many milliseconds away; negative for any time
   */
  record Place(Side side, Condition of, long within) {
    boolean isMet(Mention mention, List<Mention> others) {
      return others.stream().anyMatch(other -> isMet(mention, other));
    }

    private boolean isMet(Mention mention, Mention other) {
      long after = mention.offsetMilliseconds() - other.end();
      long before = other.offsetMilliseconds() - mention.end();
      return switch (side) {
        case AFTER -> isNear(after);
        case BEFORE -> isNear(before);
        case NEAR -> isNear(after) || isNear(before);
      };
    }

    private boolean isNear(long distance) {
      return distance >= 0 && (within < 0 || distance <= within);
    }
  }

  @Override
  public Optional<List<Mention>> test(Heard heard) {
    List<Mention> mentions = mentions(heard);
    return mentions.size() >= times ? Optional.of(mentions) : Optional.empty();
  }

  private List<Mention> mentions(Heard heard) {
    List<PhrasePattern> wanted = cue.map(heard.cues()::patterns).orElse(phrases);
    List<Mention> others = place.map(where -> where.of().mentions(heard)).orElse(List.of());
    return heard.find(wanted, by).stream()
        .filter(mention -> first < 0 || mention.offsetMilliseconds() <= heard.start() + first)
        .filter(mention -> last < 0 || mention.end() >= heard.end() - last)
        .filter(mention -> place.isEmpty() || place.get().isMet(mention, others))
        .toList();
  }
}
