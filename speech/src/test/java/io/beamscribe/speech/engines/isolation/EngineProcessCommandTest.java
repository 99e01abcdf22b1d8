// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineProcessCommandTest {
  @TempDir Path folder;

  /** As workers of Flink have, whose folders are named after address and port. */
  @Test
  void namesJarsInFoldersWithColons() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("tm_127.0.0.1:33873-589365"));
    Path job = Files.writeString(odd.resolve("blob_p-1"), "job");
    Path other = Files.writeString(folder.resolve("other.jar"), "other");
    Path links = Files.createDirectory(folder.resolve("links"));
    try (URLClassLoader parent = loader(other, null);
        URLClassLoader loader = loader(job, parent)) {
      for (int child = 0; child < 2; child++) {
        List<String> path =
            List.of(EngineProcessCommand.classPath(loader, links).split(File.pathSeparator));
        assertThat(Path.of(path.get(0))).hasContent("job");
        assertThat(path.get(1)).isEqualTo(other.toString());
        assertThat(path).contains(System.getProperty("java.class.path").split(":")[0]);
      }
    }
  }

  private static URLClassLoader loader(Path file, ClassLoader parent) throws Exception {
    return new URLClassLoader(new URL[] {file.toUri().toURL()}, parent);
  }
}
