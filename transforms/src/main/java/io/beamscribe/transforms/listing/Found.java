// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

/**
 * A file that was found.
 *
 * @param address as the input spells it
 * @param identity absolute address, the same however the input spells it
 * @param named whether the input is this very file
 */
record Found(String address, String identity, long size, String version, boolean named) {
  static Found preferNamed(Found one, Found other) {
    return one.named() ? one : other;
  }
}
