// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.transcription.FileChoice;
import org.jspecify.annotations.Nullable;

/**
 * A file that an input matches.
 *
 * @param address as the input spells it
 * @param identity absolute address, the same however the input spells it
 * @param named whether the input names exactly this file
 * @param choice what is known of it; null if nothing is
 */
record Found(
    String address,
    String identity,
    long size,
    String version,
    boolean named,
    @Nullable FileChoice choice) {
  Found(String address, String identity, long size, String version, boolean named) {
    this(address, identity, size, version, named, null);
  }

  static Found preferNamed(Found one, Found other) {
    Found preferred = one.named() ? one : other;
    return preferred.choice() != null
        ? preferred
        : preferred.with(one.choice() == null ? other.choice() : one.choice());
  }

  Found with(@Nullable FileChoice known) {
    return new Found(address, identity, size, version, named, known);
  }
}
