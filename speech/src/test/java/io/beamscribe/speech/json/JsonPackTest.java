package io.beamscribe.speech.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPackTest {
  private record Row(String name, double value, List<String> words) {}

  @Test
  void givesBackWhatWasPacked() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(new Row("a line\nand \"one\" " + i, i / 3.0, List.of("음성", "s" + i)));
    }
    assertThat(JsonPack.unpack(JsonPack.pack(rows), Row.class)).isEqualTo(rows);
    assertThat(JsonPack.unpack(JsonPack.pack(List.of()), Row.class)).isEmpty();
  }

  @Test
  void refusesWhatIsNotWhole() {
    byte[] pack = JsonPack.pack(List.of(new Row("some name", 1, List.of())));
    assertThatThrownBy(() -> JsonPack.unpack(Arrays.copyOf(pack, pack.length - 3), Row.class))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> JsonPack.unpack(new byte[] {-1, -1, -1, -1}, Row.class))
        .isInstanceOf(IOException.class);
  }
}
