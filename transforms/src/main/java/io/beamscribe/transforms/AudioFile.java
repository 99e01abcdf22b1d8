package io.beamscribe.transforms;

import java.util.Objects;

/**
 * One file to transcribe, as listed.
 *
 * @param address what opens it: a path or an address with a scheme
 * @param path where its results go below the output: the path below the listed prefix, with its
 *     extension
 * @param size in bytes
 * @param version what changes when the content does: ETag, or last-modified in milliseconds
 * @param named whether it was named by itself rather than brought in by a prefix or pattern
 * @param rank place in the order of work, 0 for the largest file
 */
public record AudioFile(
    String address, String path, long size, String version, boolean named, int rank) {
  public AudioFile {
    Objects.requireNonNull(address);
    Objects.requireNonNull(path);
    Objects.requireNonNull(version);
  }

  /** The address without secrets, for results and reports. */
  public String source() {
    return Addresses.withoutSecrets(address);
  }
}
