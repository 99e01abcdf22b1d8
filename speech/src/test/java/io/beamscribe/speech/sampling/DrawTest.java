// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Test
  void drawsTheLeastSureButNotAllOfOneFileOrSpeakerOrWithTheSameWords() {
    List<Segment> all = new ArrayList<>();
    all.add(segment("a", "ann", 0, 0.20, "one two three"));
    all.add(segment("a", "ann", 1, 0.25, "four five six"));
    all.add(segment("a", "bob", 2, 0.30, "seven eight"));
    all.add(segment("b", "cid", 0, 0.50, "one two three"));
    all.add(segment("b", "cid", 1, 0.55, "one two nine"));
    all.add(segment("c", "ann", 0, 0.52, "ten eleven"));
    all.add(segment("d", "dan", 0, 0.90, "twelve"));
    List<String> drawn = draw(all, 10);
    // After a0: a2 is worth 0.7/2, b1 0.45 less a third, a1 0.75/3, c0 0.48/2, and b0 says the
    // same.
    // After a2: b1, then c0, then a1 is worth 0.75/4, d0 0.1.
    assertThat(drawn).containsExactly("a0", "a2", "b1", "c0", "a1", "d0");
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertThat(draw(all, 10)).isEqualTo(drawn);
    }
    assertThat(draw(all, 2)).isEqualTo(drawn.subList(0, 2));
  }

  @Test
  void theNextOfOthersFollowsWhatCannotBeUsed() {
    Draw draw = new Draw(3);
    draw.add(List.of(segment("a", "x", 0, 0.1, "one"), segment("a", "x", 1, 0.1, "two")));
    draw.add(List.of(segment("b", "y", 0, 0.9, "three")));
    assertThat(draw.next()).map(Segment::result).contains("a");
    draw.leaveOut("a");
    assertThat(draw.next()).map(Segment::result).contains("b");
    assertThat(draw.next()).isEmpty();
  }

  private static List<String> draw(List<Segment> all, int count) {
    Draw draw = new Draw(count);
    all.forEach(each -> draw.add(List.of(each)));
    List<String> drawn = new ArrayList<>();
    for (Optional<Segment> next = draw.next();
        next.isPresent() && drawn.size() < count;
        next = draw.next()) {
      draw.take(next.get());
      drawn.add(next.get().result() + next.get().startMilliseconds() / 10_000);
    }
    return drawn;
  }

  private static Segment segment(
      String result, String speaker, int place, double confidence, String text) {
    long start = place * 10_000L;
    return new Segment(
        result,
        result,
        0,
        speaker,
        "",
        start,
        start + 5000,
        confidence,
        text,
        Set.of(text.split(" ")),
        List.of());
  }
}
