// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.BlockCutter;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file that {@link FileCutter} has opened; the caller closes it. Not thread-safe. */
public final class OpenedFile implements AutoCloseable {
  private final DecodedAudio audio;
  private final ChannelMode channels;
  private final String settingsDigest;
  private final BlockCutter cutter;
  private final LanguageDecision language;
  private final long begin;
  private @Nullable AudioProfile profile;

  /**
   * @param begin when opening it began, by {@link System#nanoTime}
   */
  OpenedFile(
      DecodedAudio audio,
      ChannelMode channels,
      String settingsDigest,
      BlockCutter cutter,
      LanguageDecision language,
      long begin) {
    this.audio = audio;
    this.channels = channels;
    this.settingsDigest = settingsDigest;
    this.cutter = cutter;
    this.language = language;
    this.begin = begin;
  }

  DecodedAudio audio() {
    return audio;
  }

  /**
   * The profile of the file, from one pass over it at the first call.
   *
   * @throws SpeechException if there is nothing in it, or it cannot be decoded
   */
  public AudioProfile profile() throws SpeechException {
    if (profile == null) {
      profile = audio.profile(channels);
    }
    return profile;
  }

  /**
   * The blocks of the file in order, at least one.
   *
   * @throws IOException if an engine is unavailable, for which the file is not to blame
   */
  public List<FileBlock> blocks() throws SpeechException, IOException {
    AudioProfile whole = profile();
    List<SampleRange> ranges = cutter.blocks(whole.envelope(), whole.samples());
    String locale =
        language.isNeeded(whole.tracks(), ranges)
            ? language.of(audio, whole.tracks(), ranges).orElse(null)
            : null;
    double seconds = (System.nanoTime() - begin) / 1e9;
    String fingerprint = ResultSettings.fingerprint(whole.sha256(), settingsDigest);
    return IntStream.range(0, ranges.size())
        .mapToObj(
            i ->
                new FileBlock(
                    fingerprint,
                    whole.sha256(),
                    whole.facts(),
                    whole.tracks(),
                    ranges.get(i),
                    locale,
                    i,
                    ranges.size(),
                    whole.notes(),
                    i == 0 ? seconds : 0))
        .toList();
  }

  @Override
  public void close() {
    audio.close();
  }
}
