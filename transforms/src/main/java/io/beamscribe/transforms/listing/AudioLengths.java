// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.beam.sdk.annotations.Internal;

/** Tells which files are audio, and how long. Thread-safe. */
@Internal
public final class AudioLengths implements AutoCloseable {
  private final TranscriptionSettings settings;
  private final AudioDecoder decoder;

  public AudioLengths(TranscriptionSettings settings) {
    this.settings = settings;
    this.decoder =
        new AudioDecoder(AudioOptions.defaults().withStream(settings.recognition().audioStream()));
  }

  /** Whether a run would take a file for audio, by its name or else by its first bytes. */
  public boolean isAudio(AudioFile file) {
    if (file.named() || AudioNames.isAudioName(file.path())) {
      return true;
    }
    try (Opened audio = new Opened(open(file))) {
      return audio.decoded().isPresent();
    } catch (SpeechException e) {
      return true; // which fails, and has a row
    }
  }

  /** The length in seconds, if the header tells it; empty also if the file cannot be read. */
  public OptionalDouble told(AudioFile file) {
    try (Opened audio = new Opened(open(file))) {
      return audio.decoded().map(DecodedAudio::toldSeconds).orElse(OptionalDouble.empty());
    } catch (SpeechException e) {
      return OptionalDouble.empty();
    }
  }

  /** The length in seconds, for which the file is decoded if need be; 0 if it cannot be. */
  public double decoded(AudioFile file) {
    try (Opened audio = new Opened(open(file))) {
      if (audio.decoded().isEmpty()) {
        return 0;
      }
      OptionalDouble told = audio.decoded().get().toldSeconds();
      return told.isPresent()
          ? told.getAsDouble()
          : audio.decoded().get().profile(ChannelMode.MIX).facts().durationMilliseconds() / 1e3;
    } catch (SpeechException e) {
      return 0;
    }
  }

  private Optional<DecodedAudio> open(AudioFile file) throws SpeechException {
    return file.size() == 0
        ? Optional.empty()
        : decoder.openIfAudio(new StoredAudio(file, settings.storage()));
  }

  @Override
  public void close() {
    decoder.close();
  }

  private record Opened(Optional<DecodedAudio> decoded) implements AutoCloseable {
    @Override
    public void close() {
      decoded.ifPresent(DecodedAudio::close);
    }
  }
}
