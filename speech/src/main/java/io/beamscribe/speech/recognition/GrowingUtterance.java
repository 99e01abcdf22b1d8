// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The audio of an utterance that comes in chunks, at 16 kHz. Not thread-safe. */
public final class GrowingUtterance {
  private float[] samples = new float[4 * SampleRange.RATE];
  private int length;
  private long start;
  private int channel;

  /** Chunks in order of time, with those as one that follow each other without a gap. */
  public static List<SpeechSegment> joined(List<SpeechSegment> chunks) {
    List<SpeechSegment> joined = new ArrayList<>();
    GrowingUtterance growing = new GrowingUtterance();
    for (SpeechSegment chunk : chunks) {
      if (growing.endsBefore(chunk)) {
        joined.add(growing.segment());
        growing.clear();
      }
      growing.add(chunk);
    }
    if (growing.length > 0) {
      joined.add(growing.segment());
    }
    return joined;
  }

  /** Samples so far. */
  public int length() {
    return length;
  }

  /** Whether a chunk belongs to another utterance, as it does not begin where this one ends. */
  public boolean endsBefore(SpeechSegment chunk) {
    return length > 0 && chunk.start() != start + length;
  }

  /** Adds a chunk; the first one says where the utterance begins, and in which channel it is. */
  public void add(SpeechSegment chunk) {
    if (length == 0) {
      start = chunk.start();
      channel = chunk.channel();
    }
    float[] more = chunk.samples();
    if (length + more.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
    }
    System.arraycopy(more, 0, samples, length, more.length);
    length += more.length;
  }

  /** All so far, which later chunks do not change. */
  public SpeechSegment segment() {
    return first(length);
  }

  /** The first samples, of which there must be so many. */
  SpeechSegment first(int count) {
    return new SpeechSegment(channel, start, Arrays.copyOf(samples, count));
  }

  /** Position of the first sample. */
  long start() {
    return start;
  }

  /** Position after the last sample. */
  long end() {
    return start + length;
  }

  /** Drops the first samples, but not all of them. */
  void drop(int count) {
    System.arraycopy(samples, count, samples, 0, length - count);
    length -= count;
    start += count;
  }

  /** Begins anew. */
  public void clear() {
    length = 0;
  }
}
