// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.ActivityOptions.samples;
import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the speech of a block into segments for recognition. Speech with short pauses stays
 * together, because recognition improves as the recogniser adapts to the voice; long pauses are
 * dropped, and segments that are too long are cut by {@link EvenCuts}. Immutable.
 */
public final class SegmentCutter {
  private final ActivityOptions options;

  public SegmentCutter(ActivityOptions options) {
    this.options = options;
  }

  /**
   * The segments of one track of a block, in order and without overlap, none longer than {@link
   * ActivityOptions#longest}. They depend on the arguments and the options alone.
   *
   * @param block where the samples lie in the file
   * @param samples the samples of the block; fewer than its length where the file ends early
   * @param probabilities of speech, from {@link SpeechDetector#probabilities} for these samples
   */
  public List<SampleRange> cut(SampleRange block, float[] samples, float[] probabilities) {
    if (probabilities.length != (samples.length + WINDOW - 1) / WINDOW) {
      throw new IllegalArgumentException(
          probabilities.length + " probabilities do not fit " + samples.length + " samples");
    }
    Quietness quietness = new Quietness(samples, probabilities);
    List<EvenCuts.Piece> speech = new ArrayList<>();
    for (Stretch stretch : joined(stretches(probabilities))) {
      if (stretch.speech() * WINDOW >= samples(options.minimumSpeech())) {
        int padding = samples(options.padding());
        speech.add(
            new EvenCuts.Piece(
                Math.max(0, stretch.first() * WINDOW - padding),
                Math.min(samples.length, stretch.end() * WINDOW + padding)));
      }
    }
    return new EvenCuts(speech, quietness)
        .cut(samples(options.longest())).stream()
            .map(
                piece ->
                    new SampleRange(block.start() + piece.start(), block.start() + piece.end()))
            .toList();
  }

  /** Windows {@code [first, end)}, and how many of them contain speech. */
  private record Stretch(int first, int end, int speech) {}

  /** Runs of windows that stay at or above the offset and reach the onset. */
  private List<Stretch> stretches(float[] probabilities) {
    List<Stretch> stretches = new ArrayList<>();
    int first = 0;
    boolean reached = false;
    for (int i = 0; i <= probabilities.length; i++) {
      if (i < probabilities.length && probabilities[i] >= options.offset()) {
        reached |= probabilities[i] >= options.onset();
      } else {
        if (reached) {
          stretches.add(new Stretch(first, i, i - first));
        }
        first = i + 1;
        reached = false;
      }
    }
    return stretches;
  }

  private List<Stretch> joined(List<Stretch> stretches) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : stretches) {
      Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && (next.first() - last.end()) * WINDOW < samples(options.pause())) {
        int speech = last.speech() + next.speech();
        joined.set(joined.size() - 1, new Stretch(last.first(), next.end(), speech));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
