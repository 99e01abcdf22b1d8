package io.beamscribe.speech.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of files and texts, as lower-case hex. */
final class Digests {
  private Digests() {}

  static String sha256(Path file) throws IOException {
    return of(file, "SHA-256");
  }

  static String sha256(String text) {
    return hex(algorithm("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Refuses an archive that is not the published one. */
  static void check(ModelSource source, Path archive, String sha256)
      throws IOException, ModelException {
    if (source.sha256() != null && !source.sha256().equalsIgnoreCase(sha256)) {
      throw wrong(source.sha256(), sha256);
    }
    if (source.md5() != null) {
      String md5 = of(archive, "MD5");
      if (!source.md5().equalsIgnoreCase(md5)) {
        throw wrong(source.md5(), md5);
      }
    }
  }

  private static ModelException wrong(String expected, String found) {
    return new ModelException(
        "the checksum is wrong (published " + expected + ", found " + found + ")");
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
