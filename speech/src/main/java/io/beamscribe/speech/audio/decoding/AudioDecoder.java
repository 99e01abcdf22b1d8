// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.AudioStream;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.sniff.AudioSniffer;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.WavHeader;
import io.beamscribe.speech.audio.wav.WavParser;
import io.beamscribe.speech.sharing.Lease;
import java.io.IOException;
import java.util.Optional;

/**
 * Opens audio of any kind, which the content determines. WAV files are read in place; all else is
 * decoded by a child process with limits into a spool, which all decoders of this JVM with the same
 * options share. Thread-safe; closing the last decoder removes the spools.
 */
public final class AudioDecoder implements AutoCloseable {
  private final Transcoder transcoder;
  private final AudioStreamChoice stream;
  private final SpoolCache cache;
  private final Lease<SpoolCache> share;

  public AudioDecoder(AudioOptions options) {
    this.transcoder = new Transcoder(options);
    this.stream = options.stream();
    this.share = SpoolCache.shared(options);
    this.cache = share.value();
  }

  /**
   * Opens a file, reading its header only.
   *
   * @throws SpeechException EMPTY_AUDIO for a file without a byte, UNSUPPORTED_AUDIO if it is not
   *     audio, INVALID_AUDIO for an inconsistent header
   */
  public DecodedAudio open(AudioSource source) throws SpeechException {
    if (source.size() == 0) {
      throw new SpeechException(ErrorKind.EMPTY_AUDIO, source.name() + " is empty (0 bytes).");
    }
    return openIfAudio(source)
        .orElseThrow(
            () ->
                new SpeechException(
                    ErrorKind.UNSUPPORTED_AUDIO, source.name() + " is not audio of a known kind."));
  }

  /**
   * As {@link #open}, for a file that may not be audio.
   *
   * @return empty if its first bytes are not those of audio
   */
  public Optional<DecodedAudio> openIfAudio(AudioSource source) throws SpeechException {
    try {
      Optional<Sniffed> found = AudioSniffer.sniff(source);
      return found.isPresent() ? Optional.of(open(source, found.get())) : Optional.empty();
    } catch (IOException e) {
      throw ReadErrors.of(source.name(), e);
    }
  }

  private DecodedAudio open(AudioSource source, Sniffed found) throws SpeechException, IOException {
    Optional<DecodedAudio> inPlace = wav(source, found);
    int wanted = stream.number().orElse(1);
    if (inPlace.isPresent() && wanted > 1) {
      throw AudioStream.missing(source.name(), wanted, 1);
    }
    return inPlace.orElseGet(() -> new SpooledAudio(source, found, transcoder, cache));
  }

  private static Optional<DecodedAudio> wav(AudioSource source, Sniffed found)
      throws SpeechException, IOException {
    AudioKind kind = found.kind();
    boolean wav = kind == AudioKind.WAV || kind == AudioKind.RIFX || kind == AudioKind.W64;
    if (!wav || found.start() > 0) {
      return Optional.empty();
    }
    WavHeader header = WavParser.parse(source, kind);
    return header
        .layout(source.size())
        .map(layout -> new WavAudio(source, kind, layout, header.centre()));
  }

  /** Number of files that this JVM has decoded into spools with these options. */
  long decodes() {
    return cache.decodes();
  }

  @Override
  public void close() {
    share.close();
  }
}
