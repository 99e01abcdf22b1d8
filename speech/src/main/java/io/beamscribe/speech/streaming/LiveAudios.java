// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.WavHeader;
import io.beamscribe.speech.audio.wav.WavParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;

/** Finds out from its first bytes how audio is to be read that comes byte by byte. */
public final class LiveAudios {
  /** More than any header before the samples of a WAV stream. */
  private static final int MOST_HEADER = 64 * 1024;

  private static final byte[] RIFF = {'R', 'I', 'F', 'F'};

  private LiveAudios() {}

  /** Audio of any kind: WAV is read here, whatever sizes its header has, other kinds by ffmpeg. */
  public static LiveAudio any(LiveAudio.Sink sink) {
    return new Undecided(sink);
  }

  /** Collects bytes until it is clear what they are. */
  private static final class Undecided implements LiveAudio {
    private final Sink sink;
    private byte[] head = {};
    private LiveAudio decided = this;

    Undecided(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(byte[] bytes) throws SpeechException {
      if (decided != this) {
        decided.accept(bytes);
        return;
      }
      int known = head.length;
      head = Arrays.copyOf(head, known + bytes.length);
      System.arraycopy(bytes, 0, head, known, bytes.length);
      if (head.length >= RIFF.length) {
        decide();
      }
    }

    private void decide() throws SpeechException {
      if (!Arrays.equals(head, 0, RIFF.length, RIFF, 0, RIFF.length)) {
        give(new FfmpegFeed(List.of(), sink), 0);
        return;
      }
      try {
        WavHeader header = WavParser.parse(Channels.newChannel(new ByteArrayInputStream(head)));
        PcmLayout layout = header.layout(Long.MAX_VALUE / 2).orElse(null);
        if (layout == null) {
          give(new FfmpegFeed(List.of(), sink), 0);
        } else {
          give(feed(layout), (int) header.dataStart());
        }
      } catch (IOException | SpeechException e) {
        if (head.length > MOST_HEADER) {
          throw new SpeechException(
              ErrorKind.INVALID_AUDIO, "The header of the audio cannot be read.", e);
        } // more of it is to come
      }
    }

    private LiveAudio feed(PcmLayout layout) throws SpeechException {
      return layout.rate() == SampleRange.RATE
          ? new PcmFeed(layout, sink)
          : new RateFeed(layout, sink);
    }

    private void give(LiveAudio feed, int from) throws SpeechException {
      byte[] bytes = Arrays.copyOfRange(head, from, head.length);
      head = new byte[0];
      decided = feed;
      if (bytes.length > 0) {
        feed.accept(bytes);
      }
    }

    @Override
    public void finish() throws SpeechException {
      if (decided != this) {
        decided.finish();
      } else if (head.length > 0) {
        throw new SpeechException(ErrorKind.INVALID_AUDIO, "The audio ends within its header.");
      }
    }

    @Override
    public void close() {
      if (decided != this) {
        decided.close();
      }
    }
  }
}
