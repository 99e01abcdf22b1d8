// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import static java.util.Map.entry;

import io.beamscribe.speech.audio.AudioKind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Telephone audio without a header, by the extensions that Asterisk and SoX give it. Such samples
 * look like anything, so their name decides, once the content is no known kind.
 */
final class RawNames {
  private static final Sniffed MULAW = new Sniffed(AudioKind.RAW_MULAW, 0, 8000);
  private static final Sniffed ALAW = new Sniffed(AudioKind.RAW_ALAW, 0, 8000);

  private static final Map<String, Sniffed> EXTENSIONS =
      Map.ofEntries(
          entry("ul", MULAW),
          entry("ulw", MULAW),
          entry("ulaw", MULAW),
          entry("mulaw", MULAW),
          entry("al", ALAW),
          entry("alw", ALAW),
          entry("alaw", ALAW),
          entry("sln", slin(8000)),
          entry("sln12", slin(12_000)),
          entry("sln16", slin(16_000)),
          entry("sln24", slin(24_000)),
          entry("sln32", slin(32_000)),
          entry("sln44", slin(44_100)),
          entry("sln48", slin(48_000)),
          entry("g722", new Sniffed(AudioKind.RAW_G722, 0)),
          entry("g729", new Sniffed(AudioKind.RAW_G729, 0)));

  private RawNames() {}

  private static Sniffed slin(int rate) {
    return new Sniffed(AudioKind.RAW_SLIN, 0, rate);
  }

  /** What a file of this name holds; null unless it is one of these. */
  static @Nullable Sniffed find(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return EXTENSIONS.get(extension.toLowerCase(Locale.ROOT));
  }
}
