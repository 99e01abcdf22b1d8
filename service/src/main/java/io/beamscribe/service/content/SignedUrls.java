// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what the bearer of an address may read until a time. Thread-safe. */
public final class SignedUrls {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  public SignedUrls(byte[] secret) {
    this.secret = secret.clone();
  }

  /** The query that lets a file be read for a while. */
  public String query(String file, Duration lifetime) {
    // In whole minutes, so that an address stays the same for a moment and may be cached.
    long end = Instant.now().plus(lifetime).getEpochSecond() / 60 * 60 + 60;
    return "se=" + end + "&sig=" + sign(file + "\n" + end);
  }

  /** Whether a query lets a file be read now. */
  public boolean allows(String file, String end, String signature) {
    try {
      return Long.parseLong(end) >= Instant.now().getEpochSecond()
          && MessageDigest.isEqual(
              sign(file + "\n" + end).getBytes(StandardCharsets.UTF_8),
              signature.getBytes(StandardCharsets.UTF_8));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Signs a text, for a part of an address. */
  public String sign(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac(secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The HMAC-SHA256 of data. */
  public static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
