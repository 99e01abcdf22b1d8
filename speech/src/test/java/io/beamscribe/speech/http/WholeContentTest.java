// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeContentTest {
  @Test
  void readsUpToTheBound() throws IOException {
    byte[] ten = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    assertThat(WholeContent.of(new ByteArrayInputStream(ten), 10)).isEqualTo(ten);
    assertThat(WholeContent.of(new ByteArrayInputStream(ten), 11)).isEqualTo(ten);
    assertThatThrownBy(() -> WholeContent.of(new ByteArrayInputStream(ten), 9))
        .isInstanceOf(TooLargeException.class);
  }

  @Test
  void whatHasNoEndIsRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'y';
          }
        };

    assertThatThrownBy(() -> WholeContent.of(endless, 3 << 20))
        .isInstanceOf(TooLargeException.class)
        .hasMessage("it has more than 3 MB, or no end");
  }

  @Test
  void aFileThatIsTooLargeIsNotReadAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    assertThatThrownBy(() -> WholeContent.of(file)).isInstanceOf(TooLargeException.class);
  }
}
