// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule for numbers and the like looks for, and what it writes. Immutable. */
sealed interface ItnPattern {
  /** What signs are called. */
  Map<Character, List<String>> SIGNS =
      Map.of(
          '-', List.of("dash", "hyphen", "minus"),
          '.', List.of("dot", "point", "period"),
          '/', List.of("slash"),
          ':', List.of("colon"),
          '@', List.of("at"),
          '_', List.of("underscore"),
          '#', List.of("hash", "pound", "number"),
          '&', List.of("and"),
          '+', List.of("plus"));

  /** Goes on from a place, with what is written up to there. */
  interface Next {
    void from(Place place, String written);
  }

  void match(Lattice lattice, Place place, String written, Next next);

  /** A character. */
  record Sign(CharTest test) implements ItnPattern {
    @Override
    public void match(Lattice lattice, Place place, String written, Next next) {
      DisplayWord reading = place.reading();
      if (reading != null) {
        read(reading, place.offset(), written, next);
      } else if (place.word() < lattice.words().size()) {
        for (DisplayWord each : lattice.from().get(place.word())) {
          read(each, 0, written, next);
        }
      }
    }

    private void read(DisplayWord reading, int from, String written, Next next) {
      int offset = from;
      while (offset < reading.text().length() && reading.text().charAt(offset) == ' ') {
        offset++;
      }
      if (offset == reading.text().length()) {
        return;
      }
      String sign = test.write(reading.text().charAt(offset));
      if (sign != null) {
        boolean done = offset + 1 == reading.text().length();
        next.from(
            done ? Place.before(reading.endWord()) : new Place(-1, reading, offset + 1),
            written + sign);
      }
    }
  }

  /** Tells what is written for a character, or null if it does not fit. */
  interface CharTest {
    @Nullable String write(char read);
  }

  /** A sign that nobody says, or says by its name. */
  record Silent(char sign) implements ItnPattern {
    @Override
    public void match(Lattice lattice, Place place, String written, Next next) {
      next.from(place, written + sign);
      new Sign(read -> read == sign ? String.valueOf(sign) : null)
          .match(lattice, place, written, next);
      if (place.isBetweenWords() && place.word() < lattice.words().size()) {
        String word = lattice.words().get(place.word()).toLowerCase(Locale.ROOT);
        if (SIGNS.getOrDefault(sign, List.of()).contains(word)) {
          next.from(Place.before(place.word() + 1), written + sign);
        }
      }
    }
  }

  /** Words as they are said, with what is written for them. */
  record Spoken(List<String> words, String text) implements ItnPattern {
    @Override
    public void match(Lattice lattice, Place place, String written, Next next) {
      int end = place.word() + words.size();
      if (!place.isBetweenWords() || end > lattice.words().size()) {
        return;
      }
      for (int i = 0; i < words.size(); i++) {
        if (!lattice.words().get(place.word() + i).equalsIgnoreCase(words.get(i))) {
          return;
        }
      }
      next.from(Place.before(end), written + text);
    }
  }

  /** One after the other. */
  record Sequence(List<ItnPattern> parts) implements ItnPattern {
    @Override
    public void match(Lattice lattice, Place place, String written, Next next) {
      step(0, lattice, place, written, next);
    }

    private void step(int part, Lattice lattice, Place place, String written, Next next) {
      if (part == parts.size()) {
        next.from(place, written);
      } else {
        parts
            .get(part)
            .match(lattice, place, written, (at, text) -> step(part + 1, lattice, at, text, next));
      }
    }
  }

  /** One of several, {@code least} to {@code most} times. */
  record Phrase(List<ItnPattern> choices, int least, int most) implements ItnPattern {
    @Override
    public void match(Lattice lattice, Place place, String written, Next next) {
      again(0, lattice, place, written, next);
    }

    private void again(int times, Lattice lattice, Place place, String written, Next next) {
      if (times >= least) {
        next.from(place, written);
      }
      if (times < most) {
        for (ItnPattern choice : choices) {
          choice.match(
              lattice,
              place,
              written,
              (at, text) -> {
                if (!at.equals(place)) {
                  again(times + 1, lattice, at, text, next);
                }
              });
        }
      }
    }
  }
}
