// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.transforms.storage.StorageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseListTest {
  @TempDir Path folder;

  @Test
  void takesListsAndFilesAndNothing() throws Exception {
    Path file = folder.resolve("names.txt");
    Files.writeString(file, "\ufeff# names\n 사용자  지정 음성 \n\nContoso, Ltd.\n");

    assertThat(PhraseList.of(null, StorageSettings.NONE)).isEmpty();
    assertThat(PhraseList.of(List.of("마이크로소프트; a b ;;", "@" + file, "a b"), StorageSettings.NONE))
        .containsExactly("마이크로소프트", " a b ", "사용자  지정 음성", "Contoso, Ltd.", "a b");
    assertThatThrownBy(
            () -> PhraseList.of(List.of("@" + folder.resolve("absent")), StorageSettings.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("absent cannot be read.");
  }

  @Test
  void aFileWithoutItsMarkIsNoPhrase() throws Exception {
    Path file = Files.writeString(folder.resolve("names.txt"), "Contoso");

    for (String value :
        List.of(file.toString(), folder.toString(), "s3a://calls/names.txt", "/dev/null")) {
      assertThatThrownBy(() -> PhraseList.of(List.of(value), StorageSettings.NONE))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "'%1$s' is a file and no phrase; to read the phrases in it, write '@%1$s'.", value);
    }
    assertThat(PhraseList.of(List.of("Node.js"), StorageSettings.NONE)).containsExactly("Node.js");
  }
}
