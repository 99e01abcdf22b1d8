// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  private final Map<String, String> usual =
      Map.of(
          "user.home", System.getProperty("user.home"),
          "java.io.tmpdir", System.getProperty("java.io.tmpdir"));

  @TempDir Path temporary;

  @BeforeEach
  void noOtherIsNamed() {
    Assumptions.assumeTrue(System.getenv("BEAMSCRIBE_CACHE") == null);
    System.setProperty("java.io.tmpdir", temporary.toString());
  }

  @AfterEach
  void reset() {
    usual.forEach(System::setProperty);
  }

  @Test
  void isInTheHomeOfTheUser() throws Exception {
    System.setProperty("user.home", "/home/one");
    assertThat(CacheFolder.find()).isEqualTo(Path.of("/home/one/.cache/beamscribe"));
  }

  /** Java's home of a user id without an entry is a question mark. */
  @Test
  void isTheUsersOwnAmongTemporaryOnesWithoutAHome() throws Exception {
    System.setProperty("user.home", "?");
    Path found = CacheFolder.find();
    assertThat(found).hasParent(temporary);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found)))
        .isEqualTo("rwx------");
    assertThat(CacheFolder.find()).isEqualTo(found);

    Files.setPosixFilePermissions(found, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(CacheFolder::find).hasMessageContaining("set BEAMSCRIBE_CACHE");
  }
}
