// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of each person, in order, and which of them go on with what he said before: after a
 * pause of less than three seconds, in which short words of a listener do not count.
 */
final class Turns {
  /** Milliseconds. */
  private static final long LONGEST_PAUSE = 3_000;

  /** Words of a listener, as in <i>okay, go on</i>. */
  private static final int SHORT = 3;

  /** Who speaks, and in which language. */
  record Voice(int channel, @Nullable Integer speaker, String locale) {}

  /**
   * A phrase of a voice.
   *
   * @param index of the phrase in the transcript
   * @param apart whether it does not go on with the one before
   */
  record Turn(int index, boolean apart) {}

  private Turns() {}

  /**
   * The turns of each voice.
   *
   * @param tongue the language of a phrase
   */
  static Map<Voice, List<Turn>> of(List<Phrase> phrases, Function<Phrase, String> tongue) {
    List<Integer> order =
        IntStream.range(0, phrases.size())
            .boxed()
            .sorted(Comparator.comparingLong(i -> phrases.get(i).startMilliseconds()))
            .toList();
    Map<Voice, List<Turn>> turns = new LinkedHashMap<>();
    Map<Voice, Integer> last = new LinkedHashMap<>();
    for (int place = 0; place < order.size(); place++) {
      Phrase phrase = phrases.get(order.get(place));
      String locale = tongue.apply(phrase);
      Voice voice = new Voice(phrase.channel(), phrase.speaker(), locale);
      Integer before = last.put(voice, place);
      boolean apart = before == null || pause(phrases, order, before, place) >= LONGEST_PAUSE;
      turns.computeIfAbsent(voice, key -> new ArrayList<>()).add(new Turn(order.get(place), apart));
    }
    return turns;
  }

  private static long pause(List<Phrase> phrases, List<Integer> order, int from, int to) {
    long pause =
        phrases.get(order.get(to)).startMilliseconds()
            - phrases.get(order.get(from)).endMilliseconds();
    for (int i = from + 1; i < to && pause >= LONGEST_PAUSE; i++) {
      Phrase other = phrases.get(order.get(i));
      if (other.best().words().size() <= SHORT) {
        pause -= other.endMilliseconds() - other.startMilliseconds();
      }
    }
    return pause;
  }
}
