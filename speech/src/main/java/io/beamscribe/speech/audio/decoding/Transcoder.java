// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.containers.Mp4Boxes;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.SampleFormat;
import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a file of any kind to 16-bit samples at {@link SampleRange#RATE} Hz, all channels of one
 * of its audio streams, by an ffmpeg child. The child gets the file as its standard input and may
 * open nothing else. Thread-safe.
 */
final class Transcoder {
  /** More than any station has changed its programme in a recording. */
  private static final int MOST_PARTS = 1000;

  private final AudioOptions options;

  Transcoder(AudioOptions options) {
    this.options = options;
  }

  /** Decodes a whole file; the caller closes the result. */
  Decoded decode(AudioSource source, Sniffed found) throws SpeechException {
    try (TemporaryFolder temporary = temporary();
        StoredFile file = StoredFile.of(source, temporary.path())) {
      Path folder = temporary.path();
      ChildRun.Result result = result(source, found, file, folder);
      try {
        PcmLayout layout = layout(result);
        Decoded.Origin origin = Origins.of(result, found, layout, file, limit(source));
        return new Decoded(result.spool(), result.holes(), layout, file.sha256(), origin);
      } catch (Throwable e) {
        result.spool().close();
        throw e;
      }
    } catch (IOException e) {
      throw e instanceof SocketTimeoutException
          ? ReadErrors.of(source.name(), e)
          : new SpeechException(ErrorKind.TRANSIENT, diskSentence(source.name(), e), e);
    }
  }

  /** What is left there if this process is killed, the next removes. */
  private TemporaryFolder temporary() throws IOException {
    Path parent = Files.createDirectories(Path.of(options.spoolFolder()));
    return TemporaryFolder.create(parent, "decode");
  }

  private ChildRun.Result result(AudioSource source, Sniffed found, StoredFile file, Path folder)
      throws SpeechException, IOException {
    if (found.kind() == AudioKind.OGG) {
      List<Long> starts = file.pages(found.start()).chain().starts();
      if (starts.size() > 1) {
        return joined(source, found, file, folder, starts);
      }
    }
    StreamPick pick = pick(source, found, folder, OptionalInt.empty());
    long end = found.kind() == AudioKind.MP4 ? usableEnd(file) : file.size();
    if (end == file.size()) {
      return pick.from(file);
    }
    try (StoredFile part = file.part(0, end, folder)) {
      return pick.from(part).incomplete();
    }
  }

  private static long usableEnd(StoredFile file) throws IOException {
    try (SeekableByteChannel bytes = file.open()) {
      return Mp4Boxes.usableEnd(bytes);
    }
  }

  /** The parts of a chain, with as many channels as the first of them. */
  private ChildRun.Result joined(
      AudioSource source, Sniffed found, StoredFile file, Path folder, List<Long> starts)
      throws SpeechException, IOException {
    Sniffed link = new Sniffed(found.kind(), 0, found.rate());
    ChildRun.@Nullable Result all = null;
    for (int i = 0; i < Math.min(starts.size(), MOST_PARTS); i++) {
      long end = i + 1 < starts.size() ? starts.get(i + 1) : source.size();
      OptionalInt channels = all == null ? OptionalInt.empty() : OptionalInt.of(all.channels());
      try (StoredFile part = file.part(starts.get(i), end, folder)) {
        ChildRun.Result next = pick(source, link, folder, channels).from(part);
        all = all == null ? next : all.and(next);
      } catch (SpeechException e) {
        if (all == null) {
          throw e;
        }
        all = all.incomplete();
      }
    }
    return Objects.requireNonNull(all);
  }

  private StreamPick pick(AudioSource source, Sniffed found, Path folder, OptionalInt channels) {
    return new StreamPick(
        source.name(),
        found,
        options.stream(),
        channels,
        folder,
        limit(source),
        options.maxDuration());
  }

  private Duration limit(AudioSource source) {
    return options.minDecodeTime().plusSeconds(source.size() / 50_000);
  }

  private static PcmLayout layout(ChildRun.Result result) {
    return new PcmLayout(
        SampleFormat.S16, result.channels(), SampleRange.RATE, 0, result.holes().frames(), -1);
  }

  private String diskSentence(String name, IOException e) {
    String reason = String.valueOf(e.getMessage());
    boolean full = reason.contains("No space left") || reason.contains("quota exceeded");
    return full
        ? "The folder for temporary files, "
            + options.spoolFolder()
            + ", has no room for the decoded audio of "
            + name
            + "; -Djava.io.tmpdir=FOLDER names another."
        : "Reading or decoding " + name + " failed: " + reason + ".";
  }
}
