// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import io.beamscribe.service.content.DataFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A key store with a certificate of its own, made once by the JDK's keytool. Clients trust it by
 * {@code tls.pem} beside it.
 */
record MadeKeyStore(Path file, String password) {
  private static final String VARIABLE = "BEAMSCRIBE_MADE_PASSWORD";

  static MadeKeyStore in(DataFolder folder) throws IOException {
    Path store = folder.root().resolve("tls.p12");
    Path secret = folder.root().resolve("tls-password.txt");
    if (!Files.exists(store) || !Files.exists(secret)) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      String password = HexFormat.of().formatHex(random);
      Files.deleteIfExists(store);
      Files.writeString(secret, password);
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
      make(store, folder.root().resolve("tls.pem"), password);
    }
    return new MadeKeyStore(store, Files.readString(secret).strip());
  }

  private static void make(Path store, Path certificate, String password) throws IOException {
    String host = InetAddress.getLocalHost().getHostName();
    List<String> key = keytool(store, "-genkeypair");
    // 127.0.0.1 is named as a host too: the Speech SDK for Java compares it with the names alone
    key.addAll(
        List.of(
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "825",
            "-dname",
            "CN=Beamscribe",
            "-ext",
            "bc:c=ca:true",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1,ip:::1,dns:127.0.0.1"
                + (host.matches("[A-Za-z0-9][A-Za-z0-9.-]*") ? ",dns:" + host : "")));
    run(key, password);
    List<String> export = keytool(store, "-exportcert");
    export.addAll(List.of("-rfc", "-file", certificate.toString()));
    run(export, password);
  }

  private static List<String> keytool(Path store, String command) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            command,
            "-alias",
            "beamscribe",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass:env",
            VARIABLE));
  }

  private static void run(List<String> command, String password) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(VARIABLE, password);
    Process process = builder.start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("No certificate can be made: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
