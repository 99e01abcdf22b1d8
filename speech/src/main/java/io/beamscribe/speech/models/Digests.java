package io.beamscribe.speech.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checksums of files and texts, as lower-case hex. */
public final class Digests {
  private Digests() {}

  public static String sha256(Path file) throws IOException {
    return of(file, "SHA-256");
  }

  public static String sha256(String text) {
    return hex(algorithm("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
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
    return of(file, "MD5");
  }

  private static String of(Path file, String name) throws IOException {
    MessageDigest digest = algorithm(name);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest.digest());
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256 and MD5
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
