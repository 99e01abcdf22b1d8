// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPackTest {
  private static final JsonPack<Row> PACKS = new JsonPack<>(Row.class);

  private record Row(String name, double value, List<String> words) {}

  @Test
  void givesBackWhatWasPacked() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(new Row("a line\nand \"one\" " + i, i / 3.0, List.of("음성", "s" + i)));
    }
    assertThat(PACKS.unpack(PACKS.pack(rows))).isEqualTo(rows);
    assertThat(PACKS.unpack(PACKS.pack(List.of()))).isEmpty();
  }

  @Test
  void refusesWhatIsNotWhole() {
    byte[] pack = PACKS.pack(List.of(new Row("some name", 1, List.of())));
    assertThatThrownBy(() -> PACKS.unpack(Arrays.copyOf(pack, pack.length - 3)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> PACKS.unpack(new byte[] {-1, -1, -1, -1}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsKnownBeforeMakesAPackOfOneSmall() throws Exception {
    List<Row> one = List.of(new Row("some name", 1, List.of()));
    JsonPack<Row> knowing = new JsonPack<>(Row.class, "{\"name\":\"\",\"value\":1.0,\"words\":[]}");
    assertThat(knowing.unpack(knowing.pack(one))).isEqualTo(one);
    assertThat(knowing.pack(one)).hasSizeLessThan(PACKS.pack(one).length * 2 / 3);
  }
}
