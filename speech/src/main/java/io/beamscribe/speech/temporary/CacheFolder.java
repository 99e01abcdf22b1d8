// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder of what can be fetched or unpacked again: models and the decoder. Thread-safe. */
public final class CacheFolder {
  private static final String OWN = "rwx------";

  private CacheFolder() {}

  /**
   * {@code $BEAMSCRIBE_CACHE}, otherwise {@code ~/.cache/beamscribe}. A user whom the machine does
   * not know, such as a container's, has no home; then it is a folder of the user's own among the
   * temporary ones.
   *
   * @throws IOException if that is somebody else's: programs of it would be run
   */
  public static Path find() throws IOException {
    String named = System.getenv("BEAMSCRIBE_CACHE");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path home = Path.of(System.getProperty("user.home"));
    return home.isAbsolute() ? home.resolve(".cache").resolve("beamscribe") : temporary();
  }

  private static Path temporary() throws IOException {
    Set<PosixFilePermission> own = PosixFilePermissions.fromString(OWN);
    Object user = owner(Path.of("/proc/self"));
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "beamscribe-" + user);
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(own));
    } catch (FileAlreadyExistsException e) {
      Set<PosixFilePermission> found =
          Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
      if (!owner(folder).equals(user) || !found.equals(own)) {
        throw new IOException(
            "The user has no home folder, and "
                + folder
                + " may be written by others; set BEAMSCRIBE_CACHE.",
            e);
      }
    }
    return folder;
  }

  private static Object owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
