// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import java.nio.ByteBuffer;

/** Samples without compression. Those of other rates than 16 kHz are given to another feed. */
final class PcmFeed implements LiveAudio {
  private final PcmLayout layout;
  private final Sink sink;
  private byte[] rest = {};

  PcmFeed(PcmLayout layout, Sink sink) {
    this.layout = layout;
    this.sink = sink;
  }

  @Override
  public void accept(byte[] bytes) throws SpeechException {
    ByteBuffer all = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
    float[] samples = PcmReader.mono(all, layout);
    rest = new byte[all.remaining()];
    all.get(rest);
    if (samples.length > 0) {
      sink.accept(samples, samples.length);
    }
  }

  @Override
  public void finish() {
    rest = new byte[0]; // not a whole frame
  }

  @Override
  public void close() {}
}
