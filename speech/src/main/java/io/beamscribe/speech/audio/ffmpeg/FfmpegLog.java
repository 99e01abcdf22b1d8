// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of ffmpeg on its standard error, read as they come and kept in bounded memory. They
 * include streams and duration of the input, so that no second run is needed to probe. Tags of the
 * file, which anyone may have written, are printed indented and cannot pass for these lines.
 */
public final class FfmpegLog {
  private static final int MAX_LINE = 1000;
  private static final int MAX_ERRORS = 20;

  /** The rate of what came out of the decoder, for containers that do not tell it. */
  private static final Pattern DECODED =
      Pattern.compile("\\[graph\\S* @ 0x[0-9a-f]+\\] \\[verbose\\] .* samplerate:(\\d{1,9}) .*");

  private static final Pattern DURATION =
      Pattern.compile("\\[info\\]   Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d),.*");
  private static final Pattern START =
      Pattern.compile("\\[info\\]   Duration: [^,]*, start: (-?\\d{1,12}\\.\\d{6}),.*");
  private static final Pattern ERROR =
      Pattern.compile("(?:\\[[^\\[\\]]* @ 0x[0-9a-f]+\\] )*\\[(?:error|fatal|panic)\\] (.*)");

  private static final List<String> DAMAGE =
      List.of(
          "] Error submitting packet to decoder",
          "] Decoding error",
          "] corrupt decoded frame",
          "] Error during demuxing");

  private static final List<String> END =
      List.of(
          "] corrupt input packet",
          "] Packet corrupt (stream",
          "] File ended prematurely",
          ": partial file");

  private final List<String> errors = new ArrayList<>();
  private @Nullable Integer decodedRate;
  private final StreamLines streams = new StreamLines();
  private final CountDownLatch header = new CountDownLatch(1);
  private long durationMillis = -1;
  private double start = Double.NaN;
  private boolean estimated;
  private boolean mapped;
  private boolean damaged;
  private boolean cut;

  /** Reads to the end of the stream. */
  void read(InputStream stream) throws IOException {
    InputStream in = new BufferedInputStream(stream);
    byte[] line = new byte[MAX_LINE];
    int length = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        take(new String(line, 0, length, StandardCharsets.UTF_8));
        length = 0;
      } else if (length < MAX_LINE) {
        line[length++] = (byte) next;
      }
    }
    take(new String(line, 0, length, StandardCharsets.UTF_8));
    header.countDown();
  }

  synchronized void take(String line) {
    Matcher error = ERROR.matcher(line);
    if (error.matches()) {
      error(error.group(1));
    } else if (line.contains("Estimating duration from bitrate")) {
      estimated = true;
    } else if (line.startsWith("[info] Stream mapping:")) {
      mapped = true;
      header.countDown();
    } else if (!mapped) {
      header(line);
    } else if (decodedRate == null) {
      Matcher decoded = DECODED.matcher(line);
      decodedRate = decoded.matches() ? Integer.valueOf(decoded.group(1)) : null;
    }
    damaged |= DAMAGE.stream().anyMatch(line::contains);
    cut |= END.stream().anyMatch(line::contains);
  }

  private void header(String line) {
    streams.take(line);
    Matcher duration = DURATION.matcher(line);
    if (durationMillis < 0 && duration.matches()) {
      durationMillis = millis(duration);
    }
    Matcher begin = START.matcher(line);
    if (Double.isNaN(start) && begin.matches()) {
      start = Double.parseDouble(begin.group(1));
    }
  }

  private static long millis(Matcher clock) {
    long minutes = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
    long seconds = minutes * 60 + Long.parseLong(clock.group(3));
    return seconds * 1000 + Long.parseLong(clock.group(4)) * 10;
  }

  private void error(String text) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(text.replaceAll("\\p{Cntrl}", " ").strip());
    }
  }

  /** The audio streams of the file, after waiting until all of its header was read. */
  public List<AudioStream> awaitStreams() throws InterruptedException {
    header.await();
    return streams();
  }

  /** The rate of what was decoded, in Hz; null before anything was. */
  public synchronized @Nullable Integer decodedRate() {
    return decodedRate;
  }

  /** The audio streams of the file as far as the header was read. */
  public synchronized List<AudioStream> streams() {
    return streams.audio();
  }

  /** Whether the file has video, other than a picture of its cover. */
  public synchronized boolean hasVideo() {
    return streams.hasVideo();
  }

  /** The time at which the file begins, in seconds; NaN if unknown. */
  public synchronized double start() {
    return start;
  }

  /** The duration that the header claims; -1 if it claims none. */
  public synchronized long durationMillis() {
    return estimated ? -1 : durationMillis;
  }

  /** Whether the file ended within something, as far as its demuxer says. */
  public synchronized boolean cut() {
    return cut;
  }

  /** Whether a part could not be decoded. */
  public synchronized boolean damaged() {
    return damaged;
  }

  /**
   * Why nothing came out, as one sentence.
   *
   * @param stream number of the audio stream that was asked for, from 1
   */
  public synchronized SpeechException failure(String name, AudioKind kind, int stream) {
    int number = streams.audio().size();
    if (number > 0 && stream > number) {
      return AudioStream.missing(name, stream, number);
    }
    if (streams.audio().isEmpty()
        && (said("matches no streams") || said("does not contain any stream"))) {
      return new SpeechException(ErrorKind.UNSUPPORTED_AUDIO, name + " has no audio stream.");
    } else if (said("Decoder not found") || said("no decoder found")) {
      return new SpeechException(
          ErrorKind.UNSUPPORTED_AUDIO, name + " has audio of a codec that is not decoded here.");
    } else if (said("moov atom not found")) {
      return invalid(name + " is cut off: the index of its samples (moov) is missing.");
    } else if (said("Cannot allocate memory")) {
      return invalid(name + " needs more memory to decode than sound audio does.");
    }
    String reason = errors.isEmpty() ? "it holds no decodable sound" : errors.get(0);
    return invalid(name + " cannot be decoded as " + kind.label() + ": " + reason + ".");
  }

  private boolean said(String part) {
    return errors.stream().anyMatch(error -> error.contains(part));
  }

  private static SpeechException invalid(String sentence) {
    return new SpeechException(ErrorKind.INVALID_AUDIO, sentence);
  }
}
