// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.text.spoken.Trie;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers of any size in words. A number is a row of parts: a scale such as <i>thousand</i>
 * multiplies the smaller parts before it, and what follows a part must be smaller than its scale,
 * so that <i>ten five</i> is no number.
 */
final class Numbers {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  private final Trie<NumberWord> words;
  private final boolean shorthand;

  /**
   * @param shorthand whether a digit after a scale counts in tenths of it, as in 四百五, 450
   */
  Numbers(Trie<NumberWord> words, boolean shorthand) {
    this.words = words;
    this.shorthand = shorthand;
  }

  Trie<NumberWord> words() {
    return words;
  }

  /** A part of a number, after others. */
  private record Part(BigInteger value, BigInteger room, boolean ordinal, @Nullable Part before) {
    BigInteger total() {
      return before == null ? value : before.total().add(value);
    }
  }

  /** A number found. */
  record Reading(int end, BigInteger value, boolean ordinal) {}

  /** Every number in words that begins at a place; the longest last. */
  List<Reading> at(Spoken spoken, int from) {
    List<Reading> found = new ArrayList<>();
    if (spoken.isEdge(from)) {
      read(spoken, from, null, false, found);
    }
    return found;
  }

  private void read(
      Spoken spoken, int from, @Nullable Part last, boolean linked, List<Reading> found) {
    words.walk(
        spoken.text(),
        from,
        (end, all) -> {
          for (NumberWord word : all) {
            read(spoken, end, word, last, linked, found);
          }
        });
  }

  private void read(
      Spoken spoken,
      int end,
      NumberWord word,
      @Nullable Part last,
      boolean linked,
      List<Reading> found) {
    if (word.kind() == NumberWord.Kind.LINK) {
      if (last != null && !linked && last.room().compareTo(BigInteger.ONE) > 0) {
        read(spoken, end, last, true, found);
      }
      return;
    }
    Part part = join(last, word);
    if (part == null) {
      return;
    }
    boolean small = word.kind() == NumberWord.Kind.GROUP && word.value().mod(HUNDRED).signum() != 0;
    if (spoken.isEdge(end)
        && !((linked || small) && isScaleAt(spoken, end, linked ? null : part))) {
      BigInteger value = tenths(part, linked, word).orElseGet(part::total);
      found.add(new Reading(end, value, word.endsOrdinal()));
    }
    if (word.kind() != NumberWord.Kind.ORDINAL) {
      read(spoken, end, part, false, found);
    }
  }

  /**
   * Then the last part begins another number: <i>sixteen thousand and eighteen thousand</i>, <i>one
   * hundred one hundred</i>.
   *
   * @param part that the scale must not fit; null if any scale counts
   */
  private boolean isScaleAt(Spoken spoken, int at, @Nullable Part part) {
    boolean[] scale = {false};
    words.walk(
        spoken.text(),
        at,
        (end, all) ->
            scale[0] |=
                spoken.isEdge(end)
                    && all.stream()
                        .filter(
                            each ->
                                each.kind() == NumberWord.Kind.SCALE
                                    || each.kind() == NumberWord.Kind.BARE_SCALE)
                        .anyMatch(each -> part == null || join(part, each) == null));
    return scale[0];
  }

  private static @Nullable Part join(@Nullable Part last, NumberWord word) {
    if (last != null && last.ordinal() && !word.endsOrdinal()) {
      return null;
    }
    BigInteger value = word.value();
    return switch (word.kind()) {
      case GROUP, ORDINAL ->
          last == null || fits(value, last)
              ? new Part(value, room(value), word.endsOrdinal(), last)
              : null;
      case ONE_SCALE -> last == null ? new Part(value, value, false, null) : null;
      case SCALE, BARE_SCALE, ORDINAL_SCALE -> scaled(last, word);
      case LINK -> last;
    };
  }

  /** Tens and ones may follow whole hundreds, in whichever gender. */
  private static BigInteger room(BigInteger value) {
    return value.signum() > 0 && value.compareTo(THOUSAND) < 0 && value.mod(HUNDRED).signum() == 0
        ? HUNDRED
        : BigInteger.ONE;
  }

  private static boolean fits(BigInteger value, Part last) {
    return value.signum() > 0 && value.compareTo(last.room()) < 0;
  }

  /** Unlike other scales, a dozen multiplies what is greater: <i>thirty dozen</i>. */
  private static boolean isDozens(Part part, BigInteger scale) {
    return scale.intValue() == 12 && part.room().equals(BigInteger.ONE);
  }

  private static @Nullable Part scaled(@Nullable Part last, NumberWord word) {
    BigInteger scale = word.value();
    BigInteger factor = BigInteger.ZERO;
    Part higher = last;
    boolean any = false;
    while (higher != null && (higher.value().compareTo(scale) < 0 || isDozens(higher, scale))) {
      factor = factor.add(higher.value());
      higher = higher.before();
      any = true;
    }
    if (factor.signum() == 0) {
      if (word.kind() == NumberWord.Kind.SCALE || any) {
        return null;
      }
      factor = BigInteger.ONE;
    }
    BigInteger value = factor.multiply(scale);
    return higher == null || value.compareTo(higher.room()) < 0
        ? new Part(value, scale, word.endsOrdinal(), higher)
        : null;
  }

  private java.util.Optional<BigInteger> tenths(Part part, boolean linked, NumberWord word) {
    Part before = part.before();
    if (!shorthand
        || linked
        || before == null
        || word.kind() != NumberWord.Kind.GROUP
        || before.room().compareTo(BigInteger.valueOf(100)) < 0
        || word.value().compareTo(BigInteger.TEN) >= 0) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        before.total().add(word.value().multiply(before.room().divide(BigInteger.TEN))));
  }
}
