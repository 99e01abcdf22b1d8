// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.ModelException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Untrusted files. */
class TorchFileTest {
  /** {@code {'w': _rebuild_tensor_v2((storage, FloatStorage, '0', 'cpu', 4), 1, (3,), (1,))}}. */
  private static final String TABLE =
      "\u0080\u0002}X\1\0\0\0wctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\n"
          + "FloatStorage\nX\1\0\0\0" // what follows is the key of the numbers
          + "0X\3\0\0\0cpuK\4tQK\1K\3\u0085K\1\u0085tRs.";

  private static final String CODES =
      ".(NKMJGXc}])taesuRbQqrhj\0\1\2\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a";

  @TempDir Path folder;

  @Test
  void readsTensors() throws Exception {
    Path file = file(TABLE, new float[] {9, 1, 2, 3});
    Tensor tensor = TorchFile.read(file).get("w");
    assertThat(tensor.shape()).isEqualTo(List.of(3));
    assertThat(tensor.values()).containsExactly(1, 2, 3);
  }

  /** The weights of a recurrent layer are parts of one row of numbers. */
  @Test
  void tensorsShareNumbers() throws Exception {
    float[] numbers = new float[400];
    Random random = new Random(1);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    Map<String, Tensor> tensors = TorchFile.read(file(tensors(8, 50), numbers));
    assertThat(tensors).hasSize(8);
    assertThat(tensors.get("a").values()).startsWith(numbers[1], numbers[2]).hasSize(50);
  }

  @Test
  void refusesNumbersThatAreSharedTooOften() throws Exception {
    Path file = file(tensors(40, 100), new float[101]);
    assertThatThrownBy(() -> TorchFile.read(file)).hasMessageEndingWith("are too many");
  }

  /** A table of some tensors, which are all the same numbers. */
  private static String tensors(int count, int numbers) {
    String tensor = TABLE.substring(TABLE.indexOf('X'), TABLE.length() - 2);
    StringBuilder table = new StringBuilder(TABLE.substring(0, TABLE.indexOf('X')));
    for (int i = 0; i < count; i++) {
      table
          .append(
              tensor
                  .replace("\0w", "\0" + (char) ('a' + i))
                  .replace("K\3\u0085", "K" + (char) numbers + "\u0085"))
          .append('s');
    }
    return table + ".";
  }

  @Test
  void refusesWhatIsNoFileOfPytorch() throws Exception {
    Path file = Files.write(folder.resolve("model.bin"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> TorchFile.read(file))
        .isInstanceOf(ModelException.class)
        .hasMessage("model.bin is no file of PyTorch, or is cut off");
  }

  @Test
  void refusesBrokenTables() throws Exception {
    for (int length = 0; length < TABLE.length(); length++) {
      Path file = file(TABLE.substring(0, length), new float[4]);
      assertThatThrownBy(() -> TorchFile.read(file)).isInstanceOf(ModelException.class);
    }
  }

  @Test
  void refusesTooFewNumbers() throws Exception {
    Path file = file(TABLE, new float[2]);
    assertThatThrownBy(() -> TorchFile.read(file)).isInstanceOf(ModelException.class);
  }

  /** Seeds are fixed, so that failures can be reproduced. */
  @Test
  void refusesOrReadsWhateverTheTableHolds() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      StringBuilder table = new StringBuilder(TABLE);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int place = random.nextInt(table.length());
        switch (random.nextInt(3)) {
          case 0 -> table.setCharAt(place, (char) random.nextInt(256));
          case 1 -> table.setCharAt(place, TABLE.charAt(random.nextInt(TABLE.length())));
          default -> table.insert(place, CODES.charAt(random.nextInt(CODES.length())));
        }
      }
      Path file = file(table.toString(), new float[4]);
      try {
        TorchFile.read(file)
            .values()
            .forEach(tensor -> assertThat(tensor.values().length).isBetween(0, 4));
      } catch (ModelException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]q\0h\0a}h\0Ns.", // a list that holds itself is a key
        ")K\1a.", // a tuple grows
        "}q\0X\1\0\0\0wh\0s.", // a dictionary holds itself
      })
  void refusesOrReadsWhatPythonWouldNotWrite(String table) throws Exception {
    Path file = file("\u0080\u0002" + table, new float[4]);
    try {
      assertThat(TorchFile.read(file)).isEmpty();
    } catch (ModelException e) {
      assertThat(e).hasMessageContaining("pickle");
    }
  }

  /** {@code key} is a list in a list in a list, and so on, and at last in itself. */
  @Test
  void refusesKeysThatAreDeepOrHoldThemselves() throws Exception {
    for (String key : List.of("]".repeat(100_000) + "a".repeat(99_999), "]q\0]h\0aa")) {
      Path file = file(TABLE.replace("X\1\0\0\u00000X\3", key + "X\3"), new float[4]);
      assertThatThrownBy(() -> TorchFile.read(file))
          .isInstanceOf(ModelException.class)
          .hasMessage("model.bin describes its tensors in an unknown way");
    }
  }

  @Test
  void refusesBombs() throws Exception {
    Path table = file("(".repeat(2 << 20), new float[4]);
    assertThatThrownBy(() -> TorchFile.read(table)).hasMessageContaining("data.pkl is too large");
    Path numbers = file(TABLE, new float[1 << 20]);
    assertThatThrownBy(() -> TorchFile.read(numbers)).hasMessageContaining("0 is too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"J\uffff\uffff\uffff\uffff", "J\0\0\0@"})
  void takesNoRoomForNumbersThatAreNotThere(String size) throws Exception {
    String table = TABLE.replace("K\3\u0085", size.replace('\uffff', '\u00ff') + "\u0085");
    Path file = file(table, new float[4]);
    assertThatThrownBy(() -> TorchFile.read(file)).isInstanceOf(ModelException.class);
  }

  private Path file(String table, float[] numbers) throws Exception {
    Path file = folder.resolve("model.bin");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(table.getBytes(StandardCharsets.ISO_8859_1));
      zip.putNextEntry(new ZipEntry("archive/data/0"));
      ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(numbers);
      zip.write(bytes.array());
    }
    return file;
  }
}
