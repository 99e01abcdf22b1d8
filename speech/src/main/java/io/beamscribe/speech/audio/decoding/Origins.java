// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioStream;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.ffmpeg.FfmpegLog;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.PcmLayout;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a decoded file was, from the messages of its decoder. */
final class Origins {
  /** Less is the rounding of headers. */
  private static final long MISSING_MILLIS = 250;

  /** Headers of long files are less exact, but not by more than this. */
  private static final long MOST_MISSING_MILLIS = 3000;

  /** The last picture of slow video begins this much before the end. */
  private static final long PICTURE_MILLIS = 2000;

  private Origins() {}

  static Decoded.Origin of(
      ChildRun.Result result, Sniffed found, PcmLayout layout, StoredFile file, Duration limit)
      throws SpeechException, IOException {
    FfmpegLog log = result.log();
    List<AudioStream> streams = log.streams();
    Optional<AudioStream> stream =
        streams.stream().filter(one -> one.number() == result.stream()).findFirst();
    boolean open = result.joined() || HeaderClaims.areUnknown(found, file);
    long claimed = open ? -1 : log.durationMillis();
    return new Decoded.Origin(
        found.kind().label(),
        stream.map(AudioStream::codec).orElse(null),
        stream.map(AudioStream::rate).filter(rate -> rate > 0).orElse(log.decodedRate()),
        layout.channels(),
        stream.map(AudioStream::centre).filter(c -> c < layout.channels()).orElse(-1),
        claimed,
        !result.complete() || isShort(result, found, layout, claimed, file, limit),
        FileNotes.of(result.holes(), streams, result.stream()));
  }

  /** What the claimed duration includes of the time before the file begins. */
  private static long early(AudioKind kind, FfmpegLog log) {
    boolean counted = kind == AudioKind.MATROSKA || kind == AudioKind.OGG;
    return counted && log.start() > 0 ? Math.round(log.start() * 1000) : 0;
  }

  private static boolean isShort(
      ChildRun.Result result,
      Sniffed found,
      PcmLayout layout,
      long claimed,
      StoredFile file,
      Duration limit)
      throws SpeechException, IOException {
    if (found.kind() == AudioKind.ASF) {
      return HeaderClaims.isCutAsf(file); // its durations include what players buffer
    }
    FfmpegLog log = result.log();
    long whole = claimed - early(found.kind(), log);
    long missing = whole - SampleRange.millis(layout.frames() + result.holes().ahead());
    if (missing <= Math.min(MOST_MISSING_MILLIS, Math.max(MISSING_MILLIS, claimed / 100))) {
      return false;
    }
    boolean single = !log.hasVideo() && log.streams().size() < 2;
    return single || whole - Reach.millis(found, file, limit) > PICTURE_MILLIS;
  }
}
