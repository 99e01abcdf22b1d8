// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From any rate to {@link SampleRange#RATE} Hz by ffmpeg's swresample: a Kaiser-windowed sinc, flat
 * to 0.9 of the lower of the two Nyquist frequencies and 90 dB down at it.
 *
 * <p>A slice begins at a whole second of the file, where input and output samples coincide at any
 * integer rate, and so early that the filter has forgotten the beginning where the range begins:
 * the samples of a range are the same to the bit whatever slice they were computed in.
 */
public final class Resampling {
  /** Seconds read before and after a range; the filter is 8 ms long. */
  static final int MARGIN = 1;

  /** The filter of an ffmpeg run. */
  public static final String FILTER =
      "aresample=" + SampleRange.RATE + ":filter_size=128:cutoff=0.955:internal_sample_fmt=fltp";

  private static final Duration FLOOR = Duration.ofMinutes(1);

  private Resampling() {}

  /** Writes the samples that are to be resampled, as floats in native scale. */
  interface Source {
    void writeTo(FloatSink sink) throws IOException;
  }

  /** Takes samples of one channel; the array may be used again. */
  interface FloatSink {
    void accept(float[] samples, int count) throws IOException;
  }

  /**
   * Resamples one channel.
   *
   * @param drop samples of the output to leave out at the beginning
   * @param wanted samples of the output after these; silence where the input gives fewer
   */
  static float[] run(String name, int rate, Source source, int drop, int wanted)
      throws SpeechException {
    List<String> arguments =
        List.of(
            "-protocol_whitelist",
            "pipe",
            "-f",
            "f32le",
            "-ar",
            "" + rate,
            "-ac",
            "1",
            "-i",
            "pipe:0",
            "-af",
            FILTER,
            "-c:a",
            "pcm_f32le",
            "-f",
            "f32le",
            "pipe:1");
    Duration limit = FLOOR.plusSeconds(wanted / SampleRange.RATE);
    try (FfmpegChild child =
        new FfmpegChild(FfmpegProgram.find(), arguments, ProcessBuilder.Redirect.PIPE, limit)) {
      Feeder feeder = new Feeder(source, child.input());
      Thread thread = new Thread(feeder, "resampling-input");
      thread.setDaemon(true);
      thread.start();
      float[] samples = read(child.output(), drop, wanted);
      int code = child.await();
      thread.join();
      if (child.timedOut()) {
        throw new SpeechException(ErrorKind.TIMEOUT, "Resampling " + name + " took too long.");
      } else if (code != 0) {
        throw new SpeechException(
            ErrorKind.INTERNAL, "Resampling " + name + " failed (exit code " + code + ").");
      } else if (feeder.failure != null) {
        throw ReadErrors.of(name, feeder.failure);
      }
      return samples;
    } catch (IOException e) {
      throw new SpeechException(
          ErrorKind.TRANSIENT, "Resampling " + name + " failed: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadErrors.interrupted(name);
    }
  }

  private static float[] read(InputStream output, int drop, int wanted) throws IOException {
    float[] samples = new float[wanted];
    try (InputStream in = new BufferedInputStream(output, 64 * 1024)) {
      in.skipNBytes(4L * drop);
      byte[] bytes = new byte[64 * 1024];
      int at = 0;
      for (int count = in.readNBytes(bytes, 0, bytes.length);
          count >= 4;
          count = in.readNBytes(bytes, 0, bytes.length)) {
        int useful = Math.min(count / 4, wanted - at);
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(samples, at, useful);
        at += useful;
      }
    } catch (java.io.EOFException e) {
      return samples; // less than was to be dropped: the range is beyond the end
    }
    return samples;
  }

  /** Writes to the child while its output is read, as its pipes hold little. */
  private static final class Feeder implements Runnable, FloatSink {
    private final Source source;
    private final OutputStream to;
    private byte[] bytes = new byte[0];
    private volatile @Nullable IOException failure;

    Feeder(Source source, OutputStream to) {
      this.source = source;
      this.to = to;
    }

    @Override
    public void run() {
      try (to) {
        source.writeTo(this);
      } catch (IOException e) {
        failure = e;
      }
    }

    @Override
    public void accept(float[] samples, int count) throws IOException {
      if (bytes.length < count * 4) {
        bytes = new byte[count * 4];
      }
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(samples, 0, count);
      to.write(bytes, 0, count * 4);
    }
  }
}
