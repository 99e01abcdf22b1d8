// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.masking;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.wav.WavOutput;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.transcript.RedactedPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A copy of audio with personal data masked, as WAV of 16 bits at 16 kHz with all channels of the
 * file. What is said on one channel is masked on all: lines leak. Held in memory for a few seconds
 * at a time. Not thread-safe.
 */
public final class MaskedAudio {
  /** Milliseconds before and after, since the ends of words are not sure to be exact. */
  private static final long MARGIN = 60;

  private static final int SECONDS = 10;
  private static final int BYTES = WavOutput.BYTES;
  private static final double TONE = 1000;
  private static final double LOUDNESS = 3000;

  private final DecodedAudio audio;
  private final int channels;
  private final long samples;
  private final AudioMask mask;
  private final List<SampleRange> ranges;

  /**
   * @param channels of the file
   * @param durationMilliseconds of the file
   * @param parts what to mask
   */
  public MaskedAudio(
      DecodedAudio audio,
      int channels,
      long durationMilliseconds,
      AudioMask mask,
      List<RedactedPart> parts) {
    this.audio = audio;
    this.channels = channels;
    this.samples = durationMilliseconds * SampleRange.RATE / 1000;
    this.mask = mask;
    this.ranges =
        parts.stream()
            .map(
                part ->
                    SampleRange.ofMillis(
                        Math.max(0, part.offsetMilliseconds() - MARGIN),
                        part.offsetMilliseconds() + part.durationMilliseconds() + MARGIN))
            .toList();
  }

  /**
   * Writes the file.
   *
   * @throws SpeechException if the audio cannot be read any more
   */
  public void write(OutputStream out) throws SpeechException, IOException {
    out.write(WavOutput.header(channels, samples));
    List<Track> tracks = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      int own = channel;
      tracks.add(
          new Track(
              channel,
              IntStream.range(0, channels).mapToObj(each -> each == own ? 1.0 : 0.0).toList()));
    }
    int step = SECONDS * SampleRange.RATE;
    for (long from = 0; from < samples; from += step) {
      SampleRange range = new SampleRange(from, Math.min(samples, from + step));
      ByteBuffer block =
          ByteBuffer.allocate((int) range.length() * channels * BYTES)
              .order(ByteOrder.LITTLE_ENDIAN);
      for (Track track : tracks) {
        float[] read = audio.read(track, range);
        for (int i = 0; i < read.length; i++) {
          block.putShort((i * channels + track.channel()) * BYTES, WavOutput.sample(read[i]));
        }
      }
      mask(block, range);
      out.write(block.array());
    }
  }

  private void mask(ByteBuffer block, SampleRange range) {
    for (SampleRange masked : ranges) {
      long to = Math.min(range.end(), masked.end());
      for (long at = Math.max(range.start(), masked.start()); at < to; at++) {
        short value = mask == AudioMask.MUTE ? 0 : tone(at);
        for (int channel = 0; channel < channels; channel++) {
          block.putShort((int) ((at - range.start()) * channels + channel) * BYTES, value);
        }
      }
    }
  }

  private static short tone(long sample) {
    return (short) (LOUDNESS * Math.sin(2 * Math.PI * TONE * sample / SampleRange.RATE));
  }
}
