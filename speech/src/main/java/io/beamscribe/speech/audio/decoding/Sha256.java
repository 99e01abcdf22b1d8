// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ReadErrors;
import java.io.IOException;

/** The SHA-256 of stored audio. */
public final class Sha256 {
  private Sha256() {}

  /**
   * The SHA-256 of all stored bytes, in lower-case hexadecimal, as {@code AudioProfile} has it.
   *
   * @throws SpeechException if they cannot be read
   */
  public static String of(AudioSource source) throws SpeechException {
    try (HashingChannel channel = new HashingChannel(source.open())) {
      return channel.drain().sha256();
    } catch (IOException e) {
      throw ReadErrors.of(source.name(), e);
    }
  }
}
