// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.Verification;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.onnx.graph.Session;
import io.beamscribe.speech.recognition.whisper.model.Precision;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whisper models of any size, brought by their users. */
class WhisperConversionTest {
  @TempDir Path folder;
  private ModelStore store;

  @BeforeEach
  void start() {
    store = new ModelStore(Catalogue.builtIn(), folder.resolve("store"), ModelListener.SILENT);
  }

  @Test
  void ownFolderIsConvertedOnceAndStaysAsItWas() throws Exception {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), TinyWhisper.weights().file());
    Model model = store.resolve(mine.toString(), "cy-GB");
    assertThat(model.engine()).isEqualTo("whisper");
    assertThat(model.id()).isEqualTo("mine");
    assertThat(names(mine)).containsExactly("config.json", "model.bin", "vocabulary.json");
    assertThat(mine.resolve("model.bin")).hasBinaryContent(TinyWhisper.weights().file());
    assertThat(names(model.folder()))
        .containsExactly(
            "config.json",
            "decoder.data",
            "decoder.onnx",
            "encoder.data",
            "encoder.onnx",
            "vocabulary.json",
            "whisper.json");
    assertThat(WhisperDimensions.read(model.folder()).precision()).isEqualTo(Precision.INT8);
    assertThat(store.resolve(mine.toString(), "cy-GB")).isEqualTo(model);
    assertThat(store.verify()).hasSize(1).allMatch(Verification::sound);
  }

  @Test
  void archiveIsConvertedToTheSame() throws Exception {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), TinyWhisper.weights().file());
    Path zip = folder.resolve("m.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names(mine)) {
        out.putNextEntry(new ZipEntry("a-whisper/" + name));
        out.write(Files.readAllBytes(mine.resolve(name)));
      }
    }
    Model packed = store.resolve(zip.toString(), "cy-GB");
    assertThat(packed.engine()).isEqualTo("whisper");
    assertThat(packed.digest()).isEqualTo(store.resolve(mine.toString(), "cy-GB").digest());
  }

  @Test
  void convertedFolderIsUsedAsItIs() throws Exception {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), TinyWhisper.weights().file());
    WhisperConversion.convert(mine, Precision.FP32);
    assertThat(store.resolve(mine.toString(), "cy-GB").folder()).isEqualTo(mine.toRealPath());
  }

  @Test
  void whatCannotBeConvertedIsRefused() throws Exception {
    byte[] whole = TinyWhisper.weights().file();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    refused(cut, "model.bin is cut off");
    refused(
        TinyWhisper.weights().without("encoder/layer_norm/beta").file(),
        "model.bin is no Whisper model: it lacks encoder/layer_norm/beta");
    refused(
        TinyWhisper.weights()
            .floats("decoder/layer_1/self_attention/linear_0/weight", new int[] {1, 1}, 1)
            .file(),
        "model.bin is no Whisper model: the shape of"
            + " decoder/layer_1/self_attention/linear_0/weight is wrong");
    refused(
        TinyWhisper.weights().without("encoder/layer_0/ffn/linear_0/weight").file(),
        "model.bin is no Whisper model: it lacks layers");
    refused(
        TinyWhisper.weights().bytes("decoder/activation", new int[0], 0).file(),
        "model.bin is no Whisper model: its activation is not GELU");
    assertThat(store.list()).noneMatch(each -> each.id().equals("mine"));
  }

  private void refused(byte[] weights, String why) throws IOException {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), weights);
    assertThatThrownBy(() -> store.resolve(mine.toString(), "cy-GB"))
        .isInstanceOf(ModelException.class)
        .hasMessage("The folder " + mine.toRealPath() + " cannot be used: " + why + ".");
  }

  @Test
  void storeThatCannotBeWrittenIsAnError() throws Exception {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), TinyWhisper.weights().file());
    Path file = Files.writeString(folder.resolve("file"), "");
    ModelStore under =
        new ModelStore(Catalogue.builtIn(), file.resolve("store"), ModelListener.SILENT);
    assertThatThrownBy(() -> under.resolve(mine.toString(), "cy-GB"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot be written");
  }

  @ParameterizedTest
  @EnumSource
  void nothingDependsOnTheSizeOfTheModel(Precision precision) throws Exception {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), TinyWhisper.weights().file());
    WhisperConversion.convert(mine, precision);
    int head = TinyWhisper.WIDTH / TinyWhisper.HEADS;
    assertThat(WhisperDimensions.read(mine))
        .isEqualTo(
            new WhisperDimensions(
                WhisperDimensions.VERSION,
                precision,
                TinyWhisper.WIDTH,
                head,
                TinyWhisper.ENCODER_LAYERS,
                TinyWhisper.HEADS,
                TinyWhisper.DECODER_LAYERS,
                TinyWhisper.HEADS,
                TinyWhisper.SAMPLES,
                TinyWhisper.MEL_BINS,
                2 * TinyWhisper.POSITIONS,
                TinyWhisper.POSITIONS,
                TinyWhisper.CONTEXT,
                TinyWhisper.VOCABULARY,
                2));
    Map<String, Session.Numbers> inputs = new HashMap<>();
    try (Session encoder = new Session(mine.resolve("encoder.onnx"))) {
      Map<String, Session.Numbers> encoded =
          encoder.run(Map.of("audio", Session.Numbers.of(noise(), TinyWhisper.SAMPLES)));
      assertThat(encoded.get("mel").shape())
          .containsExactly(1, TinyWhisper.MEL_BINS, 2 * TinyWhisper.POSITIONS);
      encoded.keySet().removeIf(name -> !name.startsWith("cross_"));
      inputs.putAll(encoded);
    }
    for (int layer = 0; layer < TinyWhisper.DECODER_LAYERS; layer++) {
      for (String kind : List.of("pool_k", "pool_v")) {
        inputs.put(kind + layer, Session.Numbers.of(new float[0], 1, TinyWhisper.HEADS, 0, head));
      }
    }
    inputs.put("ids", Session.Numbers.of(new long[] {3, 18}, 1, 2));
    inputs.put("positions", Session.Numbers.of(new long[] {0, 1}, 1, 2));
    inputs.put("rows", Session.Numbers.of(new long[] {0, 1}, 2));
    inputs.put("mask", Session.Numbers.of(new float[] {0, -1e9f, 0, 0}, 1, 1, 2, 2));
    try (Session decoder = new Session(mine.resolve("decoder.onnx"))) {
      Map<String, Session.Numbers> said = decoder.run(inputs);
      assertThat(said.get("logits").floats())
          .hasSize(2 * TinyWhisper.VOCABULARY)
          .doesNotContain(Float.NaN);
      assertThat(said.get("align").shape()).containsExactly(1, 2, 2, TinyWhisper.POSITIONS);
      assertThat(said.get("k2").shape()).containsExactly(1, TinyWhisper.HEADS, 2, head);
    }
  }

  @Test
  void sameModelIsConvertedToTheSameBytes() throws Exception {
    Path first = TinyWhisper.folder(folder.resolve("first"), TinyWhisper.weights().file());
    Path second = TinyWhisper.folder(folder.resolve("second"), TinyWhisper.weights().file());
    WhisperConversion.convert(first, Precision.INT8);
    WhisperConversion.convert(second, Precision.INT8);
    for (String name : names(first)) {
      assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
    }
  }

  /** Where the publisher names none, they are those of the upper half of the layers. */
  @Test
  void alignmentHeadsNeedNotBeNamed() throws Exception {
    Path mine = TinyWhisper.folder(folder.resolve("mine"), TinyWhisper.weights().file());
    Files.writeString(mine.resolve("config.json"), "{}");
    WhisperConversion.convert(mine, Precision.FP32);
    assertThat(WhisperDimensions.read(mine).alignmentHeads()).isEqualTo(2 * TinyWhisper.HEADS);

    Path other = TinyWhisper.folder(folder.resolve("other"), TinyWhisper.weights().file());
    Files.writeString(other.resolve("config.json"), "{\"alignment_heads\": [[3, 0]]}");
    assertThatThrownBy(() -> WhisperConversion.convert(other, Precision.FP32))
        .isInstanceOf(ModelException.class)
        .hasMessage("config.json names a head that the model does not have");
  }

  private static float[] noise() {
    float[] noise = new float[TinyWhisper.SAMPLES];
    Random random = new Random(2);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian() / 10;
    }
    return noise;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
