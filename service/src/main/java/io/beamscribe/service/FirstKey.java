// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import io.beamscribe.service.access.Gate;
import io.beamscribe.service.access.Role;
import io.beamscribe.service.content.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The first key of a service that asks for keys. */
final class FirstKey {
  private FirstKey() {}

  /**
   * Makes it, unless there are keys.
   *
   * @return the file that it is in
   */
  static Optional<Path> make(Gate gate, DataFolder folder) throws IOException {
    if (!gate.all().isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.root().resolve("admin-key.txt");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, gate.issue("admin", Role.ADMIN, "admin").secret() + "\n");
    return Optional.of(file);
  }
}
