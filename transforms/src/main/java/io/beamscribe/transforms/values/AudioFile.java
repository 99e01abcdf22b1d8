// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.http.Addresses;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One file to transcribe. Immutable.
 *
 * @param address what opens it: a path or an address with a scheme
 * @param path where its results go below the output, which no other file has; when listed, the path
 *     below the folder that the inputs share, with its extension
 * @param size in bytes; -1 while it is not known
 * @param version what changes when the content does: ETag, or last-modified in milliseconds; empty
 *     where only its name is known so far
 * @param named whether it is meant by itself rather than brought in by a prefix or pattern: what is
 *     not and turns out to be no audio is ignored
 */
public record AudioFile(String address, String path, long size, String version, boolean named) {
  public AudioFile {
    Objects.requireNonNull(address);
    Objects.requireNonNull(path);
    Objects.requireNonNull(version);
  }

  /**
   * A file of which the address is known; size and version are looked up when it is transcribed.
   * Its results go to the whole of the address, as in {@code s3a/bucket/calls/one.wav.json}.
   *
   * @param address local, or with a scheme: {@code s3a}, {@code http}, {@code https} and whatever
   *     Hadoop opens
   * @throws IllegalArgumentException where this is no address
   */
  public static AudioFile of(String address) {
    String whole =
        Addresses.isLocal(address)
            ? Path.of(Addresses.localPath(address)).toAbsolutePath().normalize().toString()
            : address;
    return new AudioFile(address, String.join("/", Addresses.names(whole)), -1, "", true);
  }

  /**
   * The same with results elsewhere.
   *
   * @param other below the output, without an extension for the format; no two files of a job may
   *     have the same
   * @throws IllegalArgumentException where it leads out of the output
   */
  public AudioFile withPath(String other) {
    if (Stream.of(other.split("/", -1)).anyMatch(AudioFile::leadsAway)) {
      throw new IllegalArgumentException("'" + other + "' is no path below a folder.");
    }
    return new AudioFile(address, other, size, version, named);
  }

  private static boolean leadsAway(String name) {
    return name.isEmpty() || name.equals(".") || name.equals("..");
  }

  /** The same as brought in by a pattern: ignored if it turns out to be no audio. */
  public AudioFile unnamed() {
    return new AudioFile(address, path, size, version, false);
  }

  /** The same with what was looked up. */
  public AudioFile described(long nowSize, String nowVersion) {
    return new AudioFile(address, path, nowSize, nowVersion, named);
  }

  /** The address without secrets, for results and reports. */
  public String source() {
    return Addresses.withoutSecrets(address);
  }
}
