// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

/**
 * A file that an input matches.
 *
 * @param address as the input spells it
 * @param identity absolute address, the same however the input spells it
 * @param named whether the input names exactly this file
 */
record Found(String address, String identity, long size, String version, boolean named) {
  static Found preferNamed(Found one, Found other) {
    return one.named() ? one : other;
  }
}
