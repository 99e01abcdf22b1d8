// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.AudioStream;
import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Notes on holes, on clocks that were set, and on streams that were not taken. */
final class FileNotes {
  /** Shorter holes are what a network loses; nobody misses a word. */
  private static final long LEAST_HOLE = SampleRange.RATE / 2;

  private static final int MOST = 100;

  private FileNotes() {}

  static List<AudioNote> of(Holes holes, List<AudioStream> streams, int taken) {
    List<AudioNote> notes = new ArrayList<>();
    for (Holes.Hole hole : holes.holes()) {
      if (hole.length() >= LEAST_HOLE && notes.size() < MOST) {
        long start = holes.before(hole.position());
        notes.add(
            note(
                "gap",
                start,
                start + hole.length(),
                String.format(
                    Locale.ROOT, "The file has no audio for %.1f s.", seconds(hole.length()))));
      }
    }
    for (Holes.Jump jump : holes.jumps().subList(0, Math.min(MOST, holes.jumps().size()))) {
      long at = holes.before(jump.position());
      notes.add(
          note(
              "timeJump",
              at,
              at,
              String.format(
                  Locale.ROOT,
                  "The times in the file jump by %.0f s, too far for a gap: they go on without it.",
                  seconds(jump.length()))));
    }
    notes.sort(Comparator.comparingLong(AudioNote::startMilliseconds));
    List<AudioNote> most = new ArrayList<>(notes.subList(0, Math.min(MOST, notes.size())));
    if (streams.size() > 1) {
      most.add(0, streams(streams, taken, holes.frames()));
    }
    return most;
  }

  private static AudioNote streams(List<AudioStream> streams, int taken, long end) {
    List<AudioStream> one = streams.stream().filter(s -> s.number() == taken).toList();
    List<AudioStream> others = streams.stream().filter(s -> s.number() != taken).toList();
    return note(
        "otherAudioStreams",
        0,
        end,
        "Of the audio streams, %s was transcribed, not %s."
            .formatted(AudioStream.describe(one), AudioStream.describe(others)));
  }

  private static AudioNote note(String kind, long start, long end, String detail) {
    return new AudioNote(kind, SampleRange.millis(start), SampleRange.millis(end), detail);
  }

  private static double seconds(long samples) {
    return samples / (double) SampleRange.RATE;
  }
}
