package io.beamscribe.transforms.values;

import io.beamscribe.transforms.storage.Addresses;
import java.util.Objects;

/**
 * One file to transcribe, as listed.
 *
 * @param address what opens it: a path or an address with a scheme
 * @param path where its results go below the output: the path below the listed prefix, with its
 *     extension
 * @param size in bytes
 * @param version what changes when the content does: ETag, or last-modified in milliseconds; empty
 *     where only its name is known so far
 * @param named whether it was named by itself rather than brought in by a prefix or pattern
 * @param rank place in the order of work, 0 for the largest file
 * @param event that told of it; null where it was found by looking
 */
public record AudioFile(
    String address,
    String path,
    long size,
    String version,
    boolean named,
    int rank,
    EventPosition event) {
  public AudioFile {
    Objects.requireNonNull(address);
    Objects.requireNonNull(path);
    Objects.requireNonNull(version);
  }

  /** One that was found by looking. */
  public AudioFile(
      String address, String path, long size, String version, boolean named, int rank) {
    this(address, path, size, version, named, rank, null);
  }

  /** The address without secrets, for results and reports. */
  public String source() {
    return Addresses.withoutSecrets(address);
  }
}
