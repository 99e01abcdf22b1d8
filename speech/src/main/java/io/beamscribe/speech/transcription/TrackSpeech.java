// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.SegmentCutter;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.Arrays;
import java.util.List;

/** Detects the speech of a track and cuts it into segments. Not thread-safe. */
final class TrackSpeech {
  private final SegmentCutter cutter;
  private final AudioTools tools;

  TrackSpeech(RecognitionSettings settings, AudioTools tools) {
    this.cutter = new SegmentCutter(settings.activity());
    this.tools = tools;
  }

  /**
   * A block of a track.
   *
   * @param speech probabilities of speech, from {@code SpeechDetector}
   */
  record TrackBlock(Track track, SampleRange range, float[] samples, float[] speech) {
    /** A part of it, for recognition. */
    SpeechSegment segment(SampleRange part) {
      return new SpeechSegment(
          track.channel(),
          part.start(),
          Arrays.copyOfRange(
              samples, (int) (part.start() - range.start()), (int) (part.end() - range.start())));
    }

    /** Where the samples lie: a file may end before its block. */
    SampleRange audio() {
      return new SampleRange(range.start(), range.start() + samples.length);
    }
  }

  /** Reads a block and detects its speech. */
  TrackBlock read(DecodedAudio audio, Track track, SampleRange range) throws SpeechException {
    float[] samples = audio.read(track, range);
    return new TrackBlock(track, range, samples, tools.detector().probabilities(samples));
  }

  /** The segments of a block in order of time; empty without speech. */
  List<SpeechSegment> segments(DecodedAudio audio, Track track, SampleRange block)
      throws SpeechException {
    return segments(read(audio, track, block));
  }

  /** The segments of a block that was read. */
  List<SpeechSegment> segments(TrackBlock block) {
    return cutter.cut(block.range(), block.samples(), block.speech()).stream()
        .map(block::segment)
        .toList();
  }
}
