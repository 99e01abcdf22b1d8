// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.model;

import io.beamscribe.speech.recognition.SpeechSegment;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * 30 s for the encoder: segments one after another, then silence. Whisper was trained only on
 * windows of this length, and recognises shorter ones badly.
 */
public final class Window {
  public static final int SAMPLES = 480_000;

  /** Divisor of samples for the encoder's input. */
  private static final float FULL_SCALE = 32_768;

  private static final int RATE = 16_000;

  /**
   * A segment in its place.
   *
   * @param at first sample in the window
   */
  public record Part(SpeechSegment segment, int at) {
    int end() {
      return at + segment.samples().length;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  private Window() {}

  /** Segments in as few windows as keep their order, none split. */
  public static List<Window> pack(List<SpeechSegment> segments) {
    List<Window> windows = new ArrayList<>();
    Window last = null;
    for (SpeechSegment segment : segments) {
      if (last == null || last.length() + segment.samples().length > SAMPLES) {
        last = new Window();
        windows.add(last);
      }
      last.parts.add(new Part(segment, last.length()));
    }
    return windows;
  }

  /** A window for each segment. */
  public static List<Window> each(List<SpeechSegment> segments) {
    return segments.stream().map(List::of).flatMap(each -> pack(each).stream()).toList();
  }

  public List<Part> parts() {
    return parts;
  }

  /** Samples before the trailing silence. */
  public int length() {
    return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
  }

  public double seconds() {
    return (double) length() / RATE;
  }

  /** Fills a direct buffer of {@link #SAMPLES}. */
  public void fill(FloatBuffer buffer) {
    buffer.clear();
    for (Part part : parts) {
      for (float sample : part.segment().samples()) {
        buffer.put(sample / FULL_SCALE);
      }
    }
    while (buffer.hasRemaining()) {
      buffer.put(0);
    }
    buffer.flip();
  }

  /** The part in which a moment of the window lies; the last one for the silence at the end. */
  public Part partAt(double seconds) {
    for (Part part : parts) {
      if (seconds * RATE < part.end()) {
        return part;
      }
    }
    return parts.get(parts.size() - 1);
  }

  /** Milliseconds from the beginning of the file, kept inside the part. */
  public static long fileTime(Part part, double seconds) {
    double inside = Math.min(Math.max(seconds * RATE, part.at()), part.end()) - part.at();
    return Math.round((part.segment().start() + inside) * 1000 / RATE);
  }
}
