// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.transforms.values.AudioFile;
import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A set of file versions in 16 bytes each: 64 bits of a digest of the address, and 64 bits of one
 * of address, size and version. If two addresses collide, one of them always looks new, and never
 * known by mistake.
 *
 * @param keys digests of addresses, ascending
 * @param versions digest of the version of each
 */
record SeenFiles(long[] keys, long[] versions) {
  static final SeenFiles EMPTY = new SeenFiles(new long[0], new long[0]);

  static SeenFiles of(Collection<AudioFile> files) {
    Seen[] all = files.stream().map(Seen::of).sorted().toArray(Seen[]::new);
    return new SeenFiles(
        Arrays.stream(all).mapToLong(Seen::key).toArray(),
        Arrays.stream(all).mapToLong(Seen::version).toArray());
  }

  /** Whether the set has exactly this version of the file. */
  boolean has(AudioFile file) {
    Seen seen = Seen.of(file);
    int at = Arrays.binarySearch(keys, seen.key());
    return at >= 0 && versions[at] == seen.version();
  }

  int size() {
    return keys.length;
  }

  /** The union; for files in both, the version of the other. */
  SeenFiles and(SeenFiles other) {
    long[] allKeys = new long[size() + other.size()];
    long[] allVersions = new long[allKeys.length];
    int n = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < size() || theirs < other.size()) {
      boolean own = theirs == other.size() || mine < size() && keys[mine] < other.keys[theirs];
      if (!own && mine < size() && keys[mine] == other.keys[theirs]) {
        mine++;
      }
      allKeys[n] = own ? keys[mine] : other.keys[theirs];
      allVersions[n++] = own ? versions[mine++] : other.versions[theirs++];
    }
    return new SeenFiles(Arrays.copyOf(allKeys, n), Arrays.copyOf(allVersions, n));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeenFiles memory
        && Arrays.equals(keys, memory.keys)
        && Arrays.equals(versions, memory.versions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(keys) * 31 + Arrays.hashCode(versions);
  }

  @Override
  public String toString() {
    return size() + " files";
  }

  private record Seen(long key, long version) implements Comparable<Seen> {
    static Seen of(AudioFile file) {
      return new Seen(
          bits(file.address()), bits(file.address() + "\n" + file.size() + "\n" + file.version()));
    }

    private static long bits(String text) {
      return Long.parseUnsignedLong(DigestUtils.sha256Hex(text).substring(0, 16), 16);
    }

    @Override
    public int compareTo(Seen other) {
      return Long.compare(key, other.key);
    }
  }
}
