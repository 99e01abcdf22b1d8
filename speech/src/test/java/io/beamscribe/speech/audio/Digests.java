// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 for comparison. */
public final class Digests {
  private Digests() {}

  public static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
