// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegLog;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.SampleFormat;
import io.beamscribe.speech.audio.wav.WavHeader;
import io.beamscribe.speech.audio.wav.WavParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decodes a file of any kind to 16-bit samples at {@link SampleRange#RATE} Hz, all channels, by an
 * ffmpeg child. The child gets the file as its standard input and may open nothing else: no other
 * protocol, no other demuxer than that of the sniffed kind.
 */
final class Transcoder {
  private static final int SIGNALS = 128;

  /**
   * SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGSEGV and SIGSYS. The rest of the codes above 128
   * are errors that ffmpeg itself reports.
   */
  private static final Set<Integer> CRASHES = Set.of(4, 6, 7, 8, 9, 11, 31);

  /** Missing audio counts as truncation only from this length on. */
  private static final long MISSING_MILLIS = 500;

  private final AudioOptions options;

  Transcoder(AudioOptions options) {
    this.options = options;
  }

  /** Decodes a whole file; the caller closes the result. */
  Decoded decode(AudioSource source, AudioKind kind) throws SpeechException {
    FfmpegProgram program = FfmpegProgram.find();
    Path folder = Path.of(options.spoolFolder());
    try (StoredFile file = StoredFile.of(source, folder);
        FfmpegChild child =
            new FfmpegChild(program, arguments(kind), file.redirect(), limit(source.size()))) {
      Spool spool = new Spool(folder);
      try {
        int channels = fill(spool, child, source.name(), kind);
        PcmLayout layout = layout(spool, channels);
        return new Decoded(spool, layout, file.sha256(), origin(child, kind, layout));
      } catch (Throwable e) {
        spool.close();
        throw e;
      }
    } catch (IOException e) {
      throw new SpeechException(ErrorKind.TRANSIENT, diskSentence(source.name(), e), e);
    }
  }

  private static List<String> arguments(AudioKind kind) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-threads", "1", "-protocol_whitelist", "fd"));
    arguments.addAll(List.of("-format_whitelist", kind.demuxer(), "-f", kind.demuxer()));
    arguments.addAll(List.of("-fd", "0", "-i", "fd:", "-map", "0:a:0", "-map_metadata", "-1"));
    arguments.addAll(List.of("-af", Resampling.filter(kind.isTimed()), "-fflags", "+bitexact"));
    arguments.addAll(List.of("-c:a", "pcm_s16le", "-f", "wav", "pipe:1"));
    return arguments;
  }

  private Duration limit(long size) {
    return options.minDecodeTime().plusSeconds(size / 50_000);
  }

  /** Stores everything that the child decodes; returns the number of channels. */
  private int fill(Spool spool, FfmpegChild child, String name, AudioKind kind)
      throws SpeechException, IOException {
    InputStream output = new BufferedInputStream(child.output(), 256 * 1024);
    WavHeader header = null;
    try {
      header = WavParser.parse(Channels.newChannel(output));
      copy(output, spool, name, header.channels());
    } catch (SpeechException e) {
      if (header != null) {
        throw e;
      } // otherwise nothing came out, and the child's own message is better
    }
    int code = await(child);
    if (child.timedOut()) {
      throw new SpeechException(
          ErrorKind.TIMEOUT, "Decoding " + name + " took too long and was ended.");
    } else if (CRASHES.contains(code - SIGNALS)) {
      throw new SpeechException(
          ErrorKind.CRASH,
          "The decoder crashed on " + name + " (signal " + (code - SIGNALS) + ").");
    } else if (header == null || (spool.size() == 0 && code != 0)) {
      throw child.log().failure(name, kind);
    }
    return header.channels();
  }

  private static PcmLayout layout(Spool spool, int channels) throws IOException {
    long frames = spool.size() / ((long) SampleFormat.S16.bytes() * channels);
    return new PcmLayout(SampleFormat.S16, channels, SampleRange.RATE, 0, frames, -1);
  }

  private void copy(InputStream from, Spool to, String name, int channels)
      throws SpeechException, IOException {
    long bound = options.maxDuration().toSeconds() * SampleRange.RATE * 2 * channels;
    byte[] block = new byte[256 * 1024];
    for (int count = from.read(block); count >= 0; count = from.read(block)) {
      bound -= count;
      if (bound < 0) {
        throw new SpeechException(
            ErrorKind.UNSUPPORTED_AUDIO,
            name + " holds more than " + options.maxDuration().toHours() + " hours of audio.");
      } else if (Thread.currentThread().isInterrupted()) {
        throw ReadErrors.interrupted(name);
      }
      to.append(block, count);
    }
  }

  private static int await(FfmpegChild child) throws SpeechException {
    try {
      return child.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadErrors.interrupted("a file");
    }
  }

  private static Decoded.Origin origin(FfmpegChild child, AudioKind kind, PcmLayout layout) {
    FfmpegLog log = child.log();
    long claimed = log.durationMillis();
    long decoded = SampleRange.millis(layout.frames());
    boolean shorter = claimed - decoded > Math.max(MISSING_MILLIS, claimed / 100);
    return new Decoded.Origin(
        kind.label(),
        log.codec(),
        log.sampleRate(),
        layout.channels(),
        claimed,
        shorter || child.exitCode() != 0 || log.damaged());
  }

  private static String diskSentence(String name, IOException e) {
    String reason = String.valueOf(e.getMessage());
    boolean full = reason.contains("No space left") || reason.contains("quota exceeded");
    return full
        ? "The disk with the spool folder has no room for the decoded audio of " + name + "."
        : "Reading or decoding " + name + " failed: " + reason + ".";
  }
}
