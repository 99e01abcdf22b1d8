// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;

class SharedFileSystemsTest {
  private static final URI ADDRESS = URI.create("file:///tmp/a");
  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final Map<String, String> SETTINGS =
      Map.of(IMPLEMENTATION, "org.apache.hadoop.fs.LocalFileSystem");

  @Test
  void equalSettingsShareOneAndOthersDoNot() throws IOException {
    FileSystem first = SharedFileSystems.of(ADDRESS, SETTINGS);
    assertThat(SharedFileSystems.of(URI.create("file:///b"), SETTINGS)).isSameAs(first);
    Map<String, String> other =
        Map.of(IMPLEMENTATION, "org.apache.hadoop.fs.LocalFileSystem", "endpoint", "elsewhere");
    assertThat(SharedFileSystems.of(ADDRESS, other)).isNotSameAs(first);
  }

  @Test
  void holdsNothingOfTheJobThatAskedFirst() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader job = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(job);
      Map<String, String> settings =
          Map.of(IMPLEMENTATION, "org.apache.hadoop.fs.LocalFileSystem", "first", "yes");
      FileSystem files = SharedFileSystems.of(ADDRESS, settings);
      assertThat(files.getConf().getClassLoader()).isNotSameAs(job);
      assertThat(thread.getContextClassLoader()).isSameAs(job);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void whatCannotBeOpenedIsAnIoException() {
    assertThatThrownBy(() -> SharedFileSystems.of(URI.create("none://bucket/a"), SETTINGS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }
}
