// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes model files of CTranslate2, good and broken. */
final class Ct2Writer {
  private final Map<String, byte[]> variables = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();

  Ct2Writer floats(String name, int[] shape, float... values) {
    ByteBuffer data = buffer(4 * values.length);
    for (float value : values) {
      data.putFloat(value);
    }
    return variable(name, shape, 0, data.array());
  }

  Ct2Writer bytes(String name, int[] shape, int... values) {
    byte[] data = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      data[i] = (byte) values[i];
    }
    return variable(name, shape, 1, data);
  }

  /** Numbers of two bytes by their bits: type 2 for whole ones, 4 for binary16, 5 for bfloat16. */
  Ct2Writer shorts(String name, int[] shape, int type, int... bits) {
    ByteBuffer data = buffer(2 * bits.length);
    for (int each : bits) {
      data.putShort((short) each);
    }
    return variable(name, shape, type, data.array());
  }

  Ct2Writer variable(String name, int[] shape, int type, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(shape.length);
    for (int dimension : shape) {
      out.writeBytes(number(dimension));
    }
    out.write(type);
    out.writeBytes(number(data.length));
    out.writeBytes(data);
    variables.put(name, out.toByteArray());
    return this;
  }

  Ct2Writer alias(String name, String of) {
    aliases.put(name, of);
    return this;
  }

  Ct2Writer without(String name) {
    variables.remove(name);
    return this;
  }

  byte[] file() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(number(6));
    out.writeBytes(text("WhisperSpec"));
    out.writeBytes(number(3));
    out.writeBytes(number(variables.size()));
    variables.forEach(
        (name, content) -> {
          out.writeBytes(text(name));
          out.writeBytes(content);
        });
    out.writeBytes(number(aliases.size()));
    aliases.forEach(
        (name, of) -> {
          out.writeBytes(text(name));
          out.writeBytes(text(of));
        });
    return out.toByteArray();
  }

  private static byte[] number(int value) {
    return buffer(4).putInt(value).array();
  }

  private static byte[] text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return buffer(2 + bytes.length + 1).putShort((short) (bytes.length + 1)).put(bytes).array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
