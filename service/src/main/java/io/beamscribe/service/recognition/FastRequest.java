// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import java.util.List;
import java.util.Optional;

/**
 * How one file is to be transcribed at once. Immutable.
 *
 * @param locales one that is spoken, or several to choose from; none for any
 * @param model id in the catalogue, or the folder of a custom model
 * @param maxSpeakers 0 without diarization
 */
public record FastRequest(
    List<String> locales,
    Optional<String> model,
    ChannelMode channels,
    int maxSpeakers,
    ProfanityMode profanity,
    List<String> phrases) {
  public FastRequest {
    locales = List.copyOf(locales);
    phrases = List.copyOf(phrases);
  }

  /** What a caller gets who asks for nothing but a locale. */
  public static FastRequest plain(String locale) {
    return new FastRequest(
        List.of(locale), Optional.empty(), ChannelMode.MIX, 0, ProfanityMode.MASKED, List.of());
  }
}
