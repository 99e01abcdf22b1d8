// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where native libraries are unpacked: hardened machines allow no programs in the folder for
 * temporary files, and others have no room there.
 */
final class ProgramFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramFolder.class);

  /** What all libraries take together is a little less. */
  private static final long ROOM = 80L << 20;

  private static final FileAttribute<Set<PosixFilePermission>> RUNS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private ProgramFolder() {}

  /**
   * The folder that the user names for such libraries, otherwise the first that will do of those
   * for temporary files and for the cache.
   *
   * @throws IOException a sentence, if none will
   */
  static Path find() throws IOException {
    String named = System.getProperty("jna.tmpdir");
    if (named != null) {
      return Path.of(named);
    }
    Set<String> reasons = new LinkedHashSet<>();
    Path first = Path.of(System.getProperty("java.io.tmpdir"));
    if (fits(first, reasons)) {
      return first;
    }
    Path second = CacheFolder.find().resolve("tmp");
    if (fits(second, reasons)) {
      LOG.debug("Native libraries are unpacked into {}: {}", second, reasons);
      return second;
    }
    throw new IOException(
        "Native libraries cannot be unpacked: "
            + String.join(", and ", reasons)
            + ". -Djava.io.tmpdir=FOLDER names another folder for temporary files.");
  }

  /** Whether libraries can be unpacked and run there; if not, adds why. */
  static boolean fits(Path folder, Set<String> reasons) {
    @Nullable Path program = null;
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).getUsableSpace() < ROOM) {
        reasons.add(folder + " has less than " + (ROOM >> 20) + " MB left");
        return false;
      }
      program = Files.createTempFile(folder, "beamscribe-", null, RUNS);
      if (!Files.isExecutable(program)) {
        reasons.add(folder + " allows no programs to be run (noexec)");
        return false;
      }
      return true;
    } catch (IOException e) {
      reasons.add(folder + " cannot be written to (" + e.getMessage() + ")");
      return false;
    } finally {
      delete(program);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.debug("{} stays", file, e);
    }
  }
}
