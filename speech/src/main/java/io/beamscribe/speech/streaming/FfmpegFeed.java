// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.decoding.Resampling;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Audio that ffmpeg decodes, or brings to 16 kHz, while it comes. */
final class FfmpegFeed implements LiveAudio {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int SCALE = 32_768;

  /** Ends the samples. */
  private static final float[] END = {};

  private final FfmpegChild child;
  private final Sink sink;
  private final BlockingQueue<float[]> decoded = new LinkedBlockingQueue<>();

  /**
   * @param input arguments of ffmpeg that say what the bytes are; none to let it find out
   */
  FfmpegFeed(List<String> input, Sink sink) throws SpeechException {
    this.sink = sink;
    List<String> arguments = new ArrayList<>(List.of("-protocol_whitelist", "pipe"));
    arguments.addAll(input);
    arguments.addAll(List.of("-i", "pipe:0", "-vn", "-ac", "1"));
    arguments.addAll(List.of("-af", Resampling.FILTER, "-flush_packets", "1"));
    arguments.addAll(List.of("-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"));
    try {
      child =
          new FfmpegChild(FfmpegProgram.find(), arguments, ProcessBuilder.Redirect.PIPE, LONGEST);
    } catch (IOException e) {
      throw new SpeechException(
          ErrorKind.TRANSIENT, "The audio cannot be decoded: " + e.getMessage() + ".", e);
    }
    Thread reader = new Thread(this::read, "live-audio");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    byte[] bytes = new byte[16 * 1024];
    int kept = 0;
    try (InputStream in = child.output()) {
      for (int count = in.read(bytes, 0, bytes.length);
          count >= 0;
          count = in.read(bytes, kept, bytes.length - kept)) {
        int whole = (kept + count) / Float.BYTES;
        float[] samples = new float[whole];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        for (int i = 0; i < whole; i++) {
          samples[i] *= SCALE;
        }
        if (whole > 0) {
          decoded.add(samples);
        }
        int used = whole * Float.BYTES;
        kept = kept + count - used;
        System.arraycopy(bytes, used, bytes, 0, kept);
      }
    } catch (IOException e) {
      // it was closed; what came before counts
    } finally {
      decoded.add(END);
    }
  }

  @Override
  public void accept(byte[] bytes) throws SpeechException {
    try {
      child.input().write(bytes);
      child.input().flush();
    } catch (IOException e) {
      throw new SpeechException(ErrorKind.INVALID_AUDIO, "The audio cannot be decoded.", e);
    }
    for (float[] ready = decoded.poll(); ready != null; ready = decoded.poll()) {
      give(ready);
    }
  }

  private void give(float[] samples) throws SpeechException {
    if (samples.length > 0) {
      sink.accept(samples, samples.length);
    }
  }

  @Override
  public void finish() throws SpeechException {
    try {
      child.input().close();
      for (float[] next = take(); next != END; next = take()) {
        give(next);
      }
    } catch (IOException e) {
      throw new SpeechException(ErrorKind.INVALID_AUDIO, "The audio cannot be decoded.", e);
    }
  }

  private float[] take() throws SpeechException {
    try {
      float[] next = decoded.poll(1, TimeUnit.MINUTES);
      if (next == null) {
        throw new SpeechException(ErrorKind.TIMEOUT, "Decoding took too long.");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(ErrorKind.TRANSIENT, "Interrupted while decoding.", e);
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
