// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of ffmpeg on its standard error, read as they come and kept in bounded memory. They
 * include codec, rate and duration of the input, so that no second run is needed to probe. Tags of
 * the file, which anyone may have written, are printed indented and cannot pass for these lines.
 */
public final class FfmpegLog {
  private static final int MAX_LINE = 500;
  private static final int MAX_ERRORS = 20;

  private static final Pattern STREAM =
      Pattern.compile("\\[info\\]   Stream #0:\\d+.*?: Audio: (\\w+)(?:.*?, (\\d+) Hz)?.*");

  /** The rate of what came out of the decoder, for containers that do not tell it. */
  private static final Pattern DECODED =
      Pattern.compile("\\[graph\\S* @ 0x[0-9a-f]+\\] \\[verbose\\] .* samplerate:(\\d+) .*");

  private static final Pattern DURATION =
      Pattern.compile("\\[info\\]   Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d),.*");
  private static final Pattern ERROR =
      Pattern.compile("(?:\\[[^\\[\\]]* @ 0x[0-9a-f]+\\] )*\\[(?:error|fatal|panic)\\] (.*)");

  private final List<String> errors = new ArrayList<>();
  private @Nullable String codec;
  private @Nullable Integer sampleRate;
  private long durationMillis = -1;
  private boolean estimated;
  private boolean mapped;
  private boolean damaged;

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
  }

  synchronized void take(String line) {
    Matcher error = ERROR.matcher(line);
    if (error.matches()) {
      error(error.group(1));
    } else if (line.contains("Estimating duration from bitrate")) {
      estimated = true;
    } else if (line.startsWith("[info] Stream mapping:")) {
      mapped = true;
    } else if (!mapped) {
      header(line);
    } else if (sampleRate == null) {
      Matcher decoded = DECODED.matcher(line);
      sampleRate = decoded.matches() ? rate(decoded.group(1)) : null;
    }
  }

  private void header(String line) {
    Matcher stream = STREAM.matcher(line);
    Matcher duration = DURATION.matcher(line);
    if (codec == null && stream.matches()) {
      codec = stream.group(1).equals("none") ? null : stream.group(1);
      sampleRate = stream.group(2) == null ? null : rate(stream.group(2));
    } else if (durationMillis < 0 && duration.matches()) {
      long minutes = Long.parseLong(duration.group(1)) * 60 + Long.parseLong(duration.group(2));
      long seconds = minutes * 60 + Long.parseLong(duration.group(3));
      durationMillis = seconds * 1000 + Long.parseLong(duration.group(4)) * 10;
    }
  }

  private static @Nullable Integer rate(String hertz) {
    int rate = hertz.length() > 9 ? 0 : Integer.parseInt(hertz);
    return rate == 0 ? null : rate;
  }

  private void error(String text) {
    damaged |=
        text.startsWith("Error submitting packet to decoder") || text.startsWith("Decoding error");
    if (errors.size() < MAX_ERRORS) {
      errors.add(text.replaceAll("\\p{Cntrl}", " ").strip());
    }
  }

  /** The codec of the decoded stream; null if there is none. */
  public synchronized @Nullable String codec() {
    return codec;
  }

  /** The rate of the stream in Hz; null if it is unknown. */
  public synchronized @Nullable Integer sampleRate() {
    return sampleRate;
  }

  /** The duration that the header claims; -1 if it claims none. */
  public synchronized long durationMillis() {
    return estimated ? -1 : durationMillis;
  }

  /** Whether a part could not be decoded. */
  public synchronized boolean damaged() {
    return damaged;
  }

  /** Why nothing came out, as one sentence. */
  public synchronized SpeechException failure(String name, AudioKind kind) {
    if (codec == null && (said("matches no streams") || said("does not contain any stream"))) {
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
