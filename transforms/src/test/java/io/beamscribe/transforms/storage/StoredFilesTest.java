// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFilesTest {
  @TempDir Path folder;

  @Test
  void aFolderThatMachinesShareIsReadAndWritten() throws Exception {
    StoredFiles files = new StoredFiles(StorageSettings.NONE);
    Path model = Files.writeString(folder.resolve("model"), "weights");
    String address = folder.resolve("shared/files/0").toString();

    assertThat(files.open(address)).isEmpty();
    files.write(address, model);
    try (InputStream in = files.open(address).orElseThrow()) {
      assertThat(in).hasContent("weights");
    }
    assertThat(folder.resolve("shared/files").toFile().list()).containsExactly("0");
  }
}
