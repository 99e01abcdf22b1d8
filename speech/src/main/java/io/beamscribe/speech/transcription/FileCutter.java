// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.BlockCutter;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.engines.EngineSource;
import java.util.Optional;

/**
 * How a file becomes blocks, the unit that threads and workers share out. The audio and the
 * settings alone decide, never the machine:
 *
 * <ol>
 *   <li>The file is opened once; its content says what it is, never its name.
 *   <li>It is read through once, which gives its checksum, its facts, its tracks (one for all
 *       channels, or one each) and its loudness.
 *   <li>It is cut at quiet places into blocks that are alike in length ({@link BlockCutter}); a
 *       short file is one block.
 *   <li>Where one language is to be identified for the whole file, it is here, so that all blocks
 *       agree ({@code LanguageDecision}).
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
   * @param engines asked once there is a language to identify
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
   * @throws SpeechException where it cannot be read, or is no audio
   */
  public OpenedFile open(AudioSource source) throws SpeechException {
    return new OpenedFile(
        tools.decoder().open(source), settings.recognition().channels(), digest, cutter, language);
  }

  /** The same of a file that may be no audio: then there is nothing to cut. */
  public Optional<OpenedFile> openIfAudio(AudioSource source) throws SpeechException {
    return tools
        .decoder()
        .openIfAudio(source)
        .map(
            audio ->
                new OpenedFile(audio, settings.recognition().channels(), digest, cutter, language));
  }
}
