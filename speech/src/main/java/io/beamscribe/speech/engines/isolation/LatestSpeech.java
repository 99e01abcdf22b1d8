// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest speech of a stream, at least as much as is wanted. Not thread-safe. */
final class LatestSpeech {
  private final long wanted;
  private final Deque<SpeechSegment> segments = new ArrayDeque<>();
  private long length;

  /**
   * @param wanted samples; older segments are dropped when the others have as many
   */
  LatestSpeech(long wanted) {
    this.wanted = wanted;
  }

  void add(SpeechSegment segment) {
    if (segment.samples().length == 0) {
      return;
    }
    segments.addLast(segment);
    length += segment.samples().length;
    while (length - segments.getFirst().samples().length >= wanted) {
      length -= segments.removeFirst().samples().length;
    }
  }

  List<SpeechSegment> segments() {
    return List.copyOf(segments);
  }
}
