// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.decoding.Resampling;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Audio that ffmpeg decodes, or brings to 16 kHz, while it comes. A thread writes and another one
 * reads, as ffmpeg takes nothing while nobody reads; what waits between them is bounded, as a few
 * bytes may be hours of silence.
 */
final class FfmpegFeed implements LiveAudio {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int SCALE = 32_768;

  /** Pieces that wait to be written, and pieces that wait to be taken. */
  private static final int MOST_WAITING = 64;

  private static final int WAIT_MILLIS = 20;

  private static final float[] END_OF_SAMPLES = {};
  private static final byte[] END_OF_BYTES = {};

  private final FfmpegChild child;
  private final Sink sink;
  private final BlockingQueue<byte[]> coming = new LinkedBlockingQueue<>(MOST_WAITING);
  private final BlockingQueue<float[]> decoded = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer = new Thread(this::write, "live-audio-in");
  private final Thread reader = new Thread(this::read, "live-audio-out");
  private volatile boolean refused;
  private boolean any;
  private boolean ended;

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
    for (Thread thread : List.of(writer, reader)) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void write() {
    try (OutputStream out = child.input()) {
      for (byte[] next = coming.take(); next != END_OF_BYTES; next = coming.take()) {
        out.write(next);
        out.flush();
      }
    } catch (IOException e) {
      refused = true; // it has ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
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
          decoded.put(samples);
        }
        int used = whole * Float.BYTES;
        kept = kept + count - used;
        System.arraycopy(bytes, used, bytes, 0, kept);
      }
      decoded.put(END_OF_SAMPLES);
    } catch (IOException | InterruptedException e) {
      decoded.offer(END_OF_SAMPLES); // it was closed; nobody waits for more
    }
  }

  @Override
  public void accept(byte[] bytes) throws SpeechException {
    enqueue(bytes);
    drain();
  }

  private void enqueue(byte[] bytes) throws SpeechException {
    try {
      while (!coming.offer(bytes, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        requireTaken();
        drain();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    requireTaken();
  }

  private void requireTaken() throws SpeechException {
    if (refused) {
      throw new SpeechException(ErrorKind.INVALID_AUDIO, "The audio cannot be decoded.");
    }
  }

  private void drain() throws SpeechException {
    for (float[] ready = decoded.poll(); ready != null; ready = decoded.poll()) {
      give(ready);
    }
  }

  private void give(float[] samples) throws SpeechException {
    ended |= samples == END_OF_SAMPLES;
    any |= samples.length > 0;
    if (samples.length > 0) {
      sink.accept(samples, samples.length);
    }
  }

  @Override
  public void finish() throws SpeechException {
    enqueue(END_OF_BYTES);
    while (!ended) {
      give(take());
    }
    try {
      refused |= !any && child.await() != 0;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    requireTaken();
  }

  private float[] take() throws SpeechException {
    try {
      float[] next = decoded.poll(1, TimeUnit.MINUTES);
      if (next == null) {
        throw new SpeechException(ErrorKind.TIMEOUT, "Decoding took too long.");
      }
      return next;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SpeechException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SpeechException(ErrorKind.TRANSIENT, "Interrupted while decoding.", e);
  }

  @Override
  public void close() {
    child.close();
    writer.interrupt();
    reader.interrupt();
  }
}
