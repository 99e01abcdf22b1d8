// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Checksums of files and texts, as lower-case hex. */
public final class Digests {
  private Digests() {}

  public static String sha256(Path file) throws IOException {
    return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
  }

  public static String sha256(String text) {
    return DigestUtils.sha256Hex(text);
  }

  /**
   * Rejects a checksum that differs from the published one.
   *
   * @param published null accepts any
   */
  public static void check(@Nullable String published, String found) throws ModelException {
    if (published != null && !published.equalsIgnoreCase(found)) {
      throw new ModelException(
          "the checksum is wrong (published " + published + ", found " + found + ")");
    }
  }

  public static String md5(Path file) throws IOException {
    return new DigestUtils(DigestUtils.getMd5Digest()).digestAsHex(file);
  }
}
