// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioStream;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.containers.TsPackets;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegLog;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.SampleFormat;
import io.beamscribe.speech.audio.wav.WavHeader;
import io.beamscribe.speech.audio.wav.WavParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ffmpeg child that decodes one audio stream of a file into a spool. Not thread-safe. */
final class ChildRun implements AutoCloseable {
  private static final int SIGNALS = 128;

  /**
   * SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGSEGV and SIGSYS. The rest of the codes above 128
   * are errors that ffmpeg itself reports.
   */
  private static final Set<Integer> CRASHES = Set.of(4, 6, 7, 8, 9, 11, 31);

  /** Positions of Opus count at this rate, whatever was recorded (RFC 7845). */
  private static final int OPUS_RATE = 48_000;

  private final String name;
  private final AudioKind kind;
  private final long start;
  private final int stream;
  private final StoredFile file;
  private final Path folder;
  private final Duration longest;
  private final PacketTimes times;
  private final FfmpegChild child;

  /**
   * @param stream number of the audio stream, from 1
   * @param channels to mix it to; as many as it has if empty
   * @param limit wall-clock time
   * @param longest bound on the audio, holes included
   */
  ChildRun(
      String name,
      Sniffed found,
      int stream,
      OptionalInt channels,
      StoredFile file,
      Path folder,
      Duration limit,
      Duration longest)
      throws SpeechException, IOException {
    this.name = name;
    this.kind = found.kind();
    this.start = found.start();
    this.stream = stream;
    this.file = file;
    this.folder = folder;
    this.longest = longest;
    this.times = new PacketTimes(folder);
    try {
      List<String> arguments = ChildArguments.decode(found, stream, channels, times.file());
      this.child = new FfmpegChild(FfmpegProgram.find(), arguments, file.redirect(), limit);
    } catch (Throwable e) {
      times.close();
      throw e;
    }
  }

  /**
   * What was decoded.
   *
   * @param stream number of the audio stream, from 1
   * @param complete whether the child found nothing wrong
   * @param joined whether the parts of a chain were decoded one by one, of which the log tells the
   *     first only
   */
  record Result(
      Spool spool,
      Holes holes,
      int channels,
      int stream,
      FfmpegLog log,
      boolean complete,
      boolean joined) {

    /** This result, with something missing. */
    Result incomplete() {
      return new Result(spool, holes, channels, stream, log, false, joined);
    }

    /** This result with another of as many channels behind it, which it closes. */
    Result and(Result next) throws IOException {
      try (Spool more = next.spool) {
        spool.append(more);
      }
      return new Result(
          spool, holes.and(next.holes), channels, stream, log, complete && next.complete, true);
    }
  }

  /** The audio streams of the file. */
  List<AudioStream> streams() throws SpeechException {
    try {
      return child.log().awaitStreams();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadErrors.interrupted(name);
    }
  }

  /** Decodes to the end; the caller closes the spool. */
  Result finish() throws SpeechException, IOException {
    Spool spool = new Spool(folder);
    try {
      int channels = fill(spool);
      FfmpegLog log = child.log();
      Timeline timeline = times.timeline(mostSamples());
      long frames = spool.size() / ((long) SampleFormat.S16.bytes() * channels);
      Holes holes = timeline.holes(log.start(), frames);
      // The demuxer of WAV reads to the end in equal pieces, and takes the last for a cut one.
      boolean cut = log.cut() && kind != AudioKind.WAV && kind != AudioKind.W64;
      boolean complete = child.exitCode() == 0 && !log.damaged() && !cut;
      if (kind == AudioKind.OGG) {
        OggPages pages = file.pages(start);
        complete &= pages.complete();
        boolean alone = !log.hasVideo() && log.streams().size() == 1;
        holes = holes.with(pages.place(holes.holes(), rateOfPositions(log), alone));
      } else if (kind == AudioKind.MPEG_TS) {
        try (SeekableByteChannel bytes = file.open()) {
          complete &= TsPackets.endsWhole(bytes);
        }
      }
      return new Result(spool, holes, channels, stream, log, complete, false);
    } catch (Throwable e) {
      spool.close();
      throw e;
    }
  }

  private long mostSamples() {
    return longest.toSeconds() * SampleRange.RATE;
  }

  private int rateOfPositions(FfmpegLog log) {
    AudioStream taken = log.streams().get(stream - 1);
    return "opus".equals(taken.codec()) ? OPUS_RATE : Math.max(1, taken.rate());
  }

  /** Stores everything that the child decodes; returns the number of channels. */
  private int fill(Spool spool) throws SpeechException, IOException {
    InputStream output = new BufferedInputStream(child.output(), 256 * 1024);
    @Nullable WavHeader header = null;
    try {
      header = WavParser.parse(Channels.newChannel(output));
      copy(output, spool, header.channels());
    } catch (SpeechException e) {
      if (header != null) {
        throw e;
      } // otherwise nothing came out, and the child's own message is better
    }
    int code = await();
    if (child.timedOut()) {
      throw new SpeechException(
          ErrorKind.TIMEOUT, "Decoding " + name + " took too long and was ended.");
    } else if (CRASHES.contains(code - SIGNALS)) {
      throw new SpeechException(
          ErrorKind.CRASH,
          "The decoder crashed on " + name + " (signal " + (code - SIGNALS) + ").");
    } else if (header == null || (spool.size() == 0 && code != 0)) {
      throw child.log().failure(name, kind, stream);
    }
    return header.channels();
  }

  private void copy(InputStream from, Spool to, int channels) throws SpeechException, IOException {
    long bound = mostSamples() * SampleFormat.S16.bytes() * channels;
    byte[] block = new byte[256 * 1024];
    for (int count = from.read(block); count >= 0; count = from.read(block)) {
      bound -= count;
      if (bound < 0) {
        throw new SpeechException(
            ErrorKind.UNSUPPORTED_AUDIO,
            name + " holds more than " + longest.toHours() + " hours of audio.");
      } else if (Thread.currentThread().isInterrupted()) {
        throw ReadErrors.interrupted(name);
      }
      to.append(block, count);
    }
  }

  private int await() throws SpeechException {
    try {
      return child.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadErrors.interrupted("a file");
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
    times.close();
  }
}
