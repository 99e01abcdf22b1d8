// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.transcription.RedactionSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what a run keeps for itself before personal data is taken out, with a key that is stored
 * nowhere: what a killed run leaves behind, nobody can read. Immutable.
 */
final class Seal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable SecretKeySpec key;

  /**
   * @param redaction null where nothing is taken out: content then stays as it is
   */
  Seal(@Nullable RedactionSettings redaction) {
    key =
        redaction == null
            ? null
            : new SecretKeySpec(HexFormat.of().parseHex(redaction.key()), "AES");
  }

  byte[] closed(byte[] content) {
    if (key == null) {
      return content;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
      System.arraycopy(secret, 0, sealed, NONCE_BYTES, secret.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws IOException if another run did
   */
  byte[] opened(byte[] content) throws IOException {
    if (key == null) {
      return content;
    }
    if (content.length < NONCE_BYTES) {
      throw new IOException("It is not sealed.");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(content, NONCE_BYTES))
          .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IOException("Another run sealed it.", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
