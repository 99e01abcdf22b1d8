// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.store.RealModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files of CTranslate2, real and invalid ones. */
class Ct2ModelTest {
  @TempDir Path folder;

  @Test
  void readsWhisperAsPublished() throws Exception {
    Path file = RealModels.whisperBaseAsPublished().resolve("model.bin");
    try (Ct2Model model = Ct2Model.open(file)) {
      assertThat(model.count("encoder/layer_", "/ffn/linear_0/bias")).isEqualTo(6);
      assertThat(model.variable("encoder/num_heads").all()).containsExactly(8);
      assertThat(model.variable("decoder/alignment_layer").all()).containsExactly(-1);
      assertThat(model.variable("encoder/conv1/weight").shape()).containsExactly(512, 80, 3);
      assertThat(model.variable("decoder/projection/weight").shape()).containsExactly(51865, 512);
      assertThat(model.has("decoder/projection/bias")).isFalse();
      // the positions of the encoder are sines of all wave lengths, then their cosines
      float[] positions = model.variable("encoder/position_encodings/encodings").all();
      assertThat(positions[512 + 0]).isCloseTo((float) Math.sin(1), within(5e-4f));
      assertThat(positions[512 + 256]).isCloseTo((float) Math.cos(1), within(5e-4f));
    }
  }

  @Test
  void readsNumbersOfEachType() throws Exception {
    Ct2Writer out =
        new Ct2Writer()
            .floats("float32", new int[] {2}, 1.5f, -3e30f)
            .bytes("int8", new int[] {2, 1}, -128, 127)
            .shorts("int16", new int[] {1}, 2, -1024)
            .variable("int32", new int[] {1}, 3, new byte[] {1, 0, 0, -128})
            .shorts("float16", new int[] {6}, 4, 0x3c00, 0xc500, 0x0001, 0x8400, 0x7bff, 0xfc00)
            .shorts("bfloat16", new int[] {2}, 5, 0x3fc0, 0xc2f7)
            .alias("other", "float32");
    try (Ct2Model model = open(out.file())) {
      assertThat(model.variable("float32").all()).containsExactly(1.5f, -3e30f);
      assertThat(model.variable("other").all()).containsExactly(1.5f, -3e30f);
      assertThat(model.variable("int8").all()).containsExactly(-128, 127);
      assertThat(model.variable("int16").all()).containsExactly(-1024);
      assertThat(model.variable("int32").all()).containsExactly(Integer.MIN_VALUE);
      assertThat(model.variable("float16").all())
          .containsExactly(1, -5, 0x1p-24f, -0x1p-14f, 65504, Float.NEGATIVE_INFINITY);
      assertThat(model.variable("bfloat16").all()).containsExactly(1.5f, -123.5f);
    }
  }

  @Test
  void quantisedNumbersAreThoseTheyStandFor() throws Exception {
    Ct2Writer out =
        new Ct2Writer()
            .bytes("rows/weight", new int[] {2, 3}, 127, 0, -127, 10, 20, 30)
            .floats("rows/weight_scale", new int[] {2}, 254, .5f)
            .shorts("all/weight", new int[] {2, 2}, 2, 1024, -512, 0, 1)
            .floats("all/weight_scale", new int[0], 2)
            .bytes("bad/weight", new int[] {2, 1}, 1, 2)
            .floats("bad/weight_scale", new int[] {3}, 1, 2, 3)
            .alias("same/weight", "rows/weight");
    try (Ct2Model model = open(out.file())) {
      assertThat(model.variable("rows/weight").all()).containsExactly(.5f, 0, -.5f, 20, 40, 60);
      assertThat(model.variable("same/weight").all()).containsExactly(.5f, 0, -.5f, 20, 40, 60);
      assertThat(model.variable("all/weight").all()).containsExactly(512, -256, 0, .5f);
      assertThatThrownBy(() -> model.variable("bad/weight"))
          .isInstanceOf(ModelException.class)
          .hasMessage("model.bin is broken: the scales of bad/weight do not fit");
      assertThatThrownBy(() -> model.variable("none"))
          .isInstanceOf(ModelException.class)
          .hasMessage("model.bin is no Whisper model: it lacks none");
    }
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] whole = new Ct2Writer().floats("a", new int[] {2, 2}, 1, 2, 3, 4).alias("b", "a").file();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> open(cut)).as("%d bytes", length).hasMessage("model.bin is cut off");
    }
  }

  @Test
  void nonsenseIsRefused() {
    byte[] other = new Ct2Writer().file();
    other[0] = 5;
    refused(other, "model.bin has version 5 of the format, not 6");
    byte[] data = new byte[4];
    refused(new Ct2Writer().variable("a", new int[] {2}, 0, data).file(), "the size of a is wrong");
    refused(new Ct2Writer().variable("a", new int[] {0}, 0, new byte[0]).file(), "size of a");
    refused(new Ct2Writer().variable("a", new int[] {1}, 6, data).file(), "unknown type 6");
    refused(new Ct2Writer().variable("a", new int[] {-1, -1}, 0, data).file(), "size of a");
  }

  @Test
  void namesThatLeadToThemselvesOrNeverEndAreRefused() throws Exception {
    Ct2Writer loop =
        new Ct2Writer()
            .bytes("w", new int[] {1}, 1)
            .alias("w_scale", "w")
            .alias("a", "b")
            .alias("b", "a");
    try (Ct2Model model = open(loop.file())) {
      assertThat(model.variable("w").all()).containsExactly(1);
      assertThatThrownBy(() -> model.variable("a")).isInstanceOf(ModelException.class);
    }
    refused(new Ct2Writer().floats("a".repeat(2000), new int[] {1}, 1).file(), "is too long");
  }

  private void refused(byte[] file, String why) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why);
  }

  private Ct2Model open(byte[] file) throws IOException, ModelException {
    return Ct2Model.open(Files.write(folder.resolve("model.bin"), file));
  }
}
