// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  @TempDir Path folder;

  @Test
  void whatIsInTheWayOfOneResultCostsThatFile() throws Exception {
    Files.createDirectories(folder.resolve("folder.json"));
    Files.writeString(folder.resolve("file"), "in the way");

    for (String name : new String[] {"folder.json", "file/below.json", "x".repeat(300)}) {
      assertThat(failure(name).kind()).as(name).isEqualTo(ErrorKind.INVALID_URI);
      assertThat(failure(name)).hasMessageContaining("cannot be stored: something is in the way");
    }
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("file"));
    try (var files = Files.list(folder)) {
      assertThat(files).as("the probe is gone").hasSize(2);
    }
  }

  @Test
  void aRightThatOneResultLacksCostsThatFile() {
    SpeechException failure =
        catchThrowableOfType(
            SpeechException.class,
            () ->
                store(folder)
                    .of(
                        () -> {
                          throw new AccessDeniedException("a.json");
                        }));

    assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
  }

  @Test
  void whatFailsOnceIsDoneAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    String done =
        store(folder)
            .of(
                () -> {
                  if (tries.getAndIncrement() == 0) {
                    throw new IOException("connection reset");
                  }
                  return "done";
                });

    assertThat(done).isEqualTo("done");
  }

  @Test
  void anOutputThatIsGoneOrFullFailsTheJob() throws Exception {
    Path file = Files.writeString(folder.resolve("no-folder"), "");

    assertThatThrownBy(() -> write(file, "a.json")).isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                store(folder)
                    .of(
                        () -> {
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(IOException.class);
  }

  private SpeechException failure(String name) {
    return catchThrowableOfType(SpeechException.class, () -> write(folder, name));
  }

  private static void write(Path output, String name) throws Exception {
    store(output)
        .of(
            () -> {
              new AtomicFiles(StorageSettings.NONE).write(output + "/" + name, new byte[] {'x'});
              return true;
            });
  }

  private static ResultStore store(Path output) {
    return new ResultStore(new OutputLayout(output.toString()));
  }
}
