// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import io.beamscribe.speech.audio.wav.SampleFormat;
import io.beamscribe.transforms.events.LogMessage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The samples of a message, which says by its headers how they are stored, so that any message can
 * be read without those before it.
 *
 * @param pcm mono, 16 kHz, 16 bits, little-endian
 * @param tail what the next message is to be read with
 */
record MessageAudio(byte[] pcm, float[] tail) {
  private static final Map<String, SampleFormat> ENCODINGS =
      Map.of("pcm", SampleFormat.S16, "mulaw", SampleFormat.MULAW, "alaw", SampleFormat.ALAW);

  private static final int HALF_RATE = SampleRange.RATE / 2;

  /** Samples on each side by which one between them is found. */
  private static final int REACH = 16;

  private static final float[] BETWEEN = between();

  /**
   * Reads a message.
   *
   * @param tail of the message before
   * @throws SpeechException if its headers or bytes are wrong
   */
  static MessageAudio of(LogMessage message, float[] tail) throws SpeechException {
    byte[] bytes = message.value() == null ? new byte[0] : message.value();
    String encoding = message.headers().getOrDefault("encoding", "pcm").toLowerCase(Locale.ROOT);
    String rate = message.headers().getOrDefault("rate", "" + SampleRange.RATE);
    SampleFormat format = ENCODINGS.get(encoding);
    boolean half = rate.equals("" + HALF_RATE);
    if (format == null || !half && !rate.equals("" + SampleRange.RATE)) {
      throw invalid(
          "Audio is pcm, mulaw or alaw, of 8000 or 16000 Hz, not %s of %s.", encoding, rate);
    }
    if (bytes.length % format.bytes() != 0) {
      throw invalid("A message has whole samples, not %s bytes of %s.", bytes.length, encoding);
    }
    PcmLayout layout = new PcmLayout(format, 1, SampleRange.RATE, 0, 0, -1);
    float[] samples = PcmReader.mono(ByteBuffer.wrap(bytes), layout);
    return half ? doubled(samples, tail) : new MessageAudio(pcm(samples), new float[0]);
  }

  private static SpeechException invalid(String sentence, Object... values) {
    return new SpeechException(
        ErrorKind.INVALID_AUDIO, String.format(Locale.ROOT, sentence, values));
  }

  /**
   * Doubles the rate. What is between two samples takes those after it as well, so all comes 2 ms
   * late, and what is kept is little: the state of a session survives on another machine.
   */
  private static MessageAudio doubled(float[] samples, float[] tail) {
    float[] all = new float[2 * REACH + samples.length];
    System.arraycopy(tail, 0, all, 2 * REACH - tail.length, tail.length);
    System.arraycopy(samples, 0, all, 2 * REACH, samples.length);
    float[] out = new float[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      float sum = 0;
      for (int j = 0; j < 2 * REACH; j++) {
        sum += all[i + 1 + j] * BETWEEN[j];
      }
      out[2 * i] = all[i + REACH];
      out[2 * i + 1] = sum;
    }
    return new MessageAudio(pcm(out), Arrays.copyOfRange(all, all.length - 2 * REACH, all.length));
  }

  /** A sinc at the half, under a Hann window. */
  private static float[] between() {
    float[] weights = new float[2 * REACH];
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      double x = j - REACH + 0.5;
      double weight = Math.sin(Math.PI * x) / (Math.PI * x) * Math.cos(Math.PI * x / (2 * REACH));
      weights[j] = (float) (weight * Math.cos(Math.PI * x / (2 * REACH)));
      sum += weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= (float) sum;
    }
    return weights;
  }

  private static byte[] pcm(float[] samples) {
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      int sample = Math.round(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i])));
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    return bytes;
  }
}
