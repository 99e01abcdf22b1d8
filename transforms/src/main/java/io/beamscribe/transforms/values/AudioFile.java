// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.transcription.FileChoice;
import io.beamscribe.speech.transcription.ResultSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file to transcribe. Immutable.
 *
 * @param address local path, or address with a scheme
 * @param path of its results below the output, unique within the job; for listed files the path
 *     below the common folder of the inputs, with its extension
 * @param size in bytes; -1 while unknown
 * @param version changes with the content, and perhaps without: ETag, or times and inode; empty
 *     while unknown
 * @param named whether it was named explicitly rather than matched by a prefix or pattern; if not,
 *     it is ignored should it turn out not to be audio
 * @param choice what is known of it and goes before the settings of the job; null if nothing is
 */
public record AudioFile(
    String address,
    String path,
    long size,
    String version,
    boolean named,
    @Nullable FileChoice choice) {
  public AudioFile {
    Objects.requireNonNull(address);
    Objects.requireNonNull(path);
    Objects.requireNonNull(version);
  }

  /** A file to which the settings of the job apply. */
  public AudioFile(String address, String path, long size, String version, boolean named) {
    this(address, path, size, version, named, null);
  }

  /** The settings of this file, given those of all. */
  public ResultSettings settings(ResultSettings all) {
    return all.of(choice);
  }

  /**
   * A file known by its address; size and version are looked up when it is transcribed. The path of
   * its results is the whole address, as in {@code s3a/bucket/calls/one.wav.json}.
   *
   * @param address local path, or address with a scheme: {@code s3a}, {@code http}, {@code https}
   *     or any other that Hadoop opens
   * @throws IllegalArgumentException if the address is invalid
   */
  public static AudioFile of(String address) {
    String whole =
        Addresses.isLocal(address)
            ? Path.of(Addresses.localPath(address)).toAbsolutePath().normalize().toString()
            : address;
    return new AudioFile(address, String.join("/", Addresses.names(whole)), -1, "", true);
  }

  /**
   * A copy with another path for its results.
   *
   * @param other path below the output, without the extension of a format; unique within the job
   * @throws IllegalArgumentException if it leads out of the output
   */
  public AudioFile withPath(String other) {
    if (Stream.of(other.split("/", -1)).anyMatch(AudioFile::leadsAway)) {
      throw new IllegalArgumentException("'" + other + "' is no path below a folder.");
    }
    return new AudioFile(address, other, size, version, named, choice);
  }

  private static boolean leadsAway(String name) {
    return name.isEmpty() || name.equals(".") || name.equals("..");
  }

  /** A copy as if matched by a pattern: ignored if it turns out not to be audio. */
  public AudioFile unnamed() {
    return new AudioFile(address, path, size, version, false, choice);
  }

  /** A copy with size and version as looked up. */
  public AudioFile described(long nowSize, String nowVersion) {
    return new AudioFile(address, path, nowSize, nowVersion, named, choice);
  }

  /** The address without secrets, for results and reports. */
  public String source() {
    return Addresses.withoutSecrets(address);
  }

  /** Without secrets: runners write the elements of a job into their logs. */
  @Override
  public String toString() {
    return "AudioFile[" + source() + ", path=" + path + ", size=" + size + ", " + version + "]";
  }
}
