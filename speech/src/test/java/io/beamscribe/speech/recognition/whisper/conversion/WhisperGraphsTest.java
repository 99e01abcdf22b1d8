package io.beamscribe.speech.recognition.whisper.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.models.RealModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graphs of Whisper base against numbers that CTranslate2 computes from the same weights;
 * reference.py makes them.
 */
class WhisperGraphsTest {
  private static final int HEADS = 8;
  private static final int LAYERS = 6;
  private static final int POSITIONS = 1500;

  @TempDir Path folder;

  @Test
  void singlePrecisionIsWhatCTranslate2Computes() throws Exception {
    JsonNode reference = reference();
    convert(Precision.FP32);
    Map<String, float[]> heard = encode();
    for (JsonNode value : reference.get("values")) {
      assertThat(at(heard, value)).as("%s", value).isCloseTo(real(value, "value"), within(1e-4f));
    }
    float[] logits = decode(heard, reference).get("logits");
    for (JsonNode next : reference.get("following")) {
      assertThat(behind(logits, reference, next)).isCloseTo(real(next, "behind"), within(1e-3f));
    }
  }

  /** Eight bits lose something, but not the word; and the spectrum is not put into eight bits. */
  @Test
  void eightBitsAreNear() throws Exception {
    JsonNode reference = reference();
    convert(Precision.INT8);
    Map<String, float[]> heard = encode();
    for (JsonNode value : reference.get("values")) {
      float far = value.get("output").asText().equals("mel") ? 1e-4f : .06f;
      assertThat(at(heard, value)).as("%s", value).isCloseTo(real(value, "value"), within(far));
    }
    Map<String, float[]> said = decode(heard, reference);
    for (JsonNode next : reference.get("following")) {
      assertThat(behind(said.get("logits"), reference, next))
          .isCloseTo(real(next, "behind"), within(.25f));
    }
    float[] align = said.get("align");
    float sum = 0;
    for (int position = 0; position < POSITIONS; position++) {
      sum += align[4 * position];
    }
    assertThat(align).hasSize(8 * POSITIONS * 4);
    assertThat(sum).as("attention of a token to all positions").isCloseTo(1, within(1e-3f));
  }

  /** What was said before may come from the pool instead. */
  @Test
  void tokensOfThePoolCountAsIfTheyWereNew() throws Exception {
    JsonNode reference = reference();
    convert(Precision.FP32);
    Map<String, float[]> heard = encode();
    long[] prompt = prompt(reference);
    Map<String, Session.Input> inputs = crossed(heard);
    try (Session decoder = new Session(folder.resolve("decoder.onnx"))) {
      Map<String, float[]> pool = Map.of();
      for (int i = 0; i < prompt.length; i++) {
        step(inputs, i, prompt[i], pool);
        pool = append(pool, decoder.run(inputs), i);
      }
      float[] whole = decode(heard, reference).get("logits");
      float[] steps = pool.get("logits");
      for (JsonNode next : reference.get("following")) {
        int token = next.get("token").asInt();
        assertThat(steps[token]).isCloseTo(whole[token], within(1e-3f));
      }
    }
  }

  private static void step(
      Map<String, Session.Input> inputs, int place, long token, Map<String, float[]> pool) {
    inputs.put("ids", new Session.Longs(token));
    inputs.put("positions", new Session.Longs(place));
    inputs.put("rows", new Session.Longs(0));
    inputs.put("mask", floats(new float[place + 1], 1, 1, 1, place + 1));
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String kind : List.of("k", "v")) {
        float[] old = pool.getOrDefault(kind + layer, new float[0]);
        inputs.put("pool_" + kind + layer, floats(old, 1, HEADS, place, 64));
      }
    }
  }

  /** Keys and values of old tokens and of a new one, head by head. */
  private static Map<String, float[]> append(
      Map<String, float[]> pool, Map<String, float[]> fresh, int old) {
    Map<String, float[]> all = new HashMap<>(fresh);
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String name : List.of("k" + layer, "v" + layer)) {
        FloatBuffer joined = FloatBuffer.allocate(HEADS * (old + 1) * 64);
        for (int head = 0; head < HEADS; head++) {
          if (old > 0) {
            joined.put(pool.get(name), head * old * 64, old * 64);
          }
          joined.put(fresh.get(name), head * 64, 64);
        }
        all.put(name, joined.array());
      }
    }
    return all;
  }

  private void convert(Precision precision) throws Exception {
    Path published = RealModels.whisperBaseAsPublished();
    Files.copy(published.resolve("config.json"), folder.resolve("config.json"));
    Path weights = published.resolve("model.bin").toAbsolutePath();
    Files.createSymbolicLink(folder.resolve("model.bin"), weights);
    WhisperConversion.convert(folder, precision);
    assertThat(WhisperDimensions.read(folder))
        .isEqualTo(
            new WhisperDimensions(
                1, precision, 512, 64, LAYERS, HEADS, LAYERS, HEADS, 480_000, 80, 3000, POSITIONS,
                448, 51_865, 8));
    assertThat(folder.resolve("model.bin")).doesNotExist();
    assertThat(published.resolve("model.bin")).isRegularFile();
  }

  private Map<String, float[]> encode() throws IOException, OrtException {
    ByteBuffer wav =
        ByteBuffer.wrap(Files.readAllBytes(Path.of("../testdata/formats/pcm_s16.wav")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(44);
    float[] audio = new float[480_000];
    for (int i = 0; wav.remaining() > 1; i++) {
      audio[i] = wav.getShort() / 32_768f;
    }
    try (Session encoder = new Session(folder.resolve("encoder.onnx"))) {
      return encoder.run(Map.of("audio", floats(audio, audio.length)));
    }
  }

  /** All tokens of the prompt at once, each seeing those before it, and what follows the last. */
  private Map<String, float[]> decode(Map<String, float[]> heard, JsonNode reference)
      throws OrtException {
    long[] prompt = prompt(reference);
    int count = prompt.length;
    long[] positions = new long[count];
    float[] mask = new float[count * count];
    for (int row = 0; row < count; row++) {
      positions[row] = row;
      for (int column = row + 1; column < count; column++) {
        mask[row * count + column] = -1e9f;
      }
    }
    Map<String, Session.Input> inputs = crossed(heard);
    inputs.put("ids", new Session.Longs(prompt));
    inputs.put("positions", new Session.Longs(positions));
    inputs.put("rows", new Session.Longs(count - 1));
    inputs.put("mask", floats(mask, 1, 1, count, count));
    for (int layer = 0; layer < LAYERS; layer++) {
      inputs.put("pool_k" + layer, floats(new float[0], 1, HEADS, 0, 64));
      inputs.put("pool_v" + layer, floats(new float[0], 1, HEADS, 0, 64));
    }
    try (Session decoder = new Session(folder.resolve("decoder.onnx"))) {
      return decoder.run(inputs);
    }
  }

  private static Map<String, Session.Input> crossed(Map<String, float[]> heard) {
    Map<String, Session.Input> inputs = new HashMap<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      String keys = "cross_k" + layer;
      String values = "cross_vT" + layer;
      inputs.put(keys, floats(heard.get(keys), 1, HEADS, POSITIONS, 64));
      inputs.put(values, floats(heard.get(values), 1, HEADS, 64, POSITIONS));
    }
    return inputs;
  }

  private static Session.Floats floats(float[] values, long... shape) {
    return new Session.Floats(FloatBuffer.wrap(values), shape);
  }

  private static long[] prompt(JsonNode reference) {
    long[] prompt = new long[reference.get("prompt").size()];
    for (int i = 0; i < prompt.length; i++) {
      prompt[i] = reference.get("prompt").get(i).asLong();
    }
    return prompt;
  }

  /** By how much a token is less likely than the one that should be the likeliest. */
  private static float behind(float[] logits, JsonNode reference, JsonNode next) {
    int first = reference.get("following").get(0).get("token").asInt();
    return logits[first] - logits[next.get("token").asInt()];
  }

  private static float at(Map<String, float[]> outputs, JsonNode value) {
    String name = value.get("output").asText();
    int[] shape =
        name.equals("mel")
            ? new int[] {1, 80, 3000}
            : name.startsWith("cross_k")
                ? new int[] {1, HEADS, POSITIONS, 64}
                : new int[] {1, HEADS, 64, POSITIONS};
    int index = 0;
    for (int i = 0; i < shape.length; i++) {
      index = index * shape[i] + value.get("at").get(i).asInt();
    }
    return outputs.get(name)[index];
  }

  private static float real(JsonNode node, String field) {
    return (float) node.get(field).asDouble();
  }

  private static JsonNode reference() throws IOException {
    try (InputStream in = WhisperGraphsTest.class.getResourceAsStream("reference.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
