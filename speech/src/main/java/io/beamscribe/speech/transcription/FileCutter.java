// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.BlockCutter;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.engines.EngineSource;
import java.util.Optional;

/**
 * How a file becomes blocks, the unit of work of threads and workers. Only the audio and the
 * settings decide, never the machine:
 *
 * <ol>
 *   <li>The file is opened once; its content decides what it is, never its name.
 *   <li>It is read once, which gives its checksum, its facts, its tracks (one for all channels, or
 *       one each) and its loudness.
 *   <li>It is cut at quiet places into blocks of similar length ({@link BlockCutter}); a short file
 *       is one block.
 *   <li>If one language is to be identified for the whole file, that is done here, so that all
 *       blocks agree ({@code LanguageDecision}).
 * </ol>
 *
 * <p>Not thread-safe.
 */
public final class FileCutter {
  private final ResultSettings settings;
  private final String digest;
  private final AudioTools tools;
  private final BlockCutter cutter;
  private final LanguageDecision language;

  /**
   * @param engines asked only if a language is to be identified
   */
  public FileCutter(ResultSettings settings, AudioTools tools, EngineSource engines) {
    this.settings = settings;
    this.digest = settings.digest();
    this.tools = tools;
    this.cutter = new BlockCutter(settings.recognition().activity().blocks());
    this.language = new LanguageDecision(settings.recognition(), tools, engines);
  }

  /**
   * Opens a file, reading its header only.
   *
   * @throws SpeechException if it cannot be read, or is not audio
   */
  public OpenedFile open(AudioSource source) throws SpeechException {
    long begin = System.nanoTime();
    return opened(tools.decoder().open(source), begin);
  }

  /** As {@link #open}, for a file that may not be audio: then the result is empty. */
  public Optional<OpenedFile> openIfAudio(AudioSource source) throws SpeechException {
    long begin = System.nanoTime();
    return tools.decoder().openIfAudio(source).map(audio -> opened(audio, begin));
  }

  private OpenedFile opened(DecodedAudio audio, long begin) {
    return new OpenedFile(
        audio, settings.recognition().channels(), digest, cutter, language, begin);
  }
}
