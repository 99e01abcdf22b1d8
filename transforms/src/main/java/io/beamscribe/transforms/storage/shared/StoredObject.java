// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import org.apache.beam.sdk.annotations.Internal;

/**
 * An object in storage.
 *
 * @param size in bytes
 * @param version ETag without quotation marks, or the time of its last change
 * @param changedMillis time of its last change, by the clock of the store
 */
@Internal
public record StoredObject(String address, long size, String version, long changedMillis) {
  /**
   * An object by what a store says of it.
   *
   * @param etag empty if the store has none
   */
  public static StoredObject of(String address, long size, String etag, long changedMillis) {
    String version = etag.isEmpty() ? Long.toString(changedMillis) : etag.replace("\"", "");
    return new StoredObject(address, size, version, changedMillis);
  }

  /** The name behind the last slash. */
  public String name() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Whether it only stands for a folder, as consoles and Hadoop make them. */
  public boolean isFolder() {
    return size == 0 && address.endsWith("/");
  }
}
