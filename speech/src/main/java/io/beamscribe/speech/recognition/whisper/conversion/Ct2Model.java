// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a file in the format of CTranslate2. Only their table is read at first; what
 * they hold is mapped when it is asked for, so a model may be larger than the memory.
 *
 * <p>Version 6, all little-endian ({@code model_spec.py} of CTranslate2 writes it): version, name
 * of the kind of model, its revision, count of variables; each with name, count of dimensions (one
 * byte), dimensions, type (one byte), size in bytes, and content; then the count of aliases, each a
 * name and the name that it stands for. Numbers without remark have four bytes; a name is its
 * length in two bytes and as many characters, of which the last is zero. Read by hand, as only
 * CTranslate2 itself, which is C++, reads this format.
 */
final class Ct2Model implements Closeable {
  private static final int VERSION = 6;
  private static final int MOST_DIMENSIONS = 8;

  /** The largest models have some two thousand names, of less than a hundred characters. */
  private static final int MOST_NAMES = 20_000;

  private static final int LONGEST_NAME = 1000;

  private final FileChannel file;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  private record Entry(List<Integer> shape, Ct2Type type, long position, long bytes) {}

  private Ct2Model(FileChannel file) {
    this.file = file;
  }

  /**
   * Reads the table of a file.
   *
   * @throws ModelException if the file is not in this format, or truncated
   */
  static Ct2Model open(Path path) throws IOException, ModelException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      Ct2Model model = new Ct2Model(file);
      model.readTable();
      return model;
    } catch (EOFException e) {
      file.close();
      throw new ModelException("model.bin is cut off", e);
    } catch (IOException | ModelException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void readTable() throws IOException, ModelException {
    long version = number();
    if (version != VERSION) {
      throw new ModelException("model.bin has version " + version + " of the format, not 6");
    }
    name(); // the kind of model
    number(); // its revision
    long variables = count();
    for (long i = 0; i < variables; i++) {
      String name = name();
      entries.put(name, entry(name));
    }
    long count = count();
    for (long i = 0; i < count; i++) {
      String alias = name();
      aliases.put(alias, name());
    }
  }

  private Entry entry(String name) throws IOException, ModelException {
    int dimensions = bytes(1).get();
    List<Integer> shape = new ArrayList<>();
    long numbers = 1;
    for (int i = 0; i < Math.min(dimensions, MOST_DIMENSIONS); i++) {
      int dimension = (int) Math.min(Integer.MAX_VALUE, number());
      shape.add(dimension);
      numbers = Math.min(Integer.MAX_VALUE, numbers * dimension);
    }
    Ct2Type type = Ct2Type.of(bytes(1).get() & 0xff);
    long size = number();
    if (size == 0 || size != numbers * type.size || size > Integer.MAX_VALUE) {
      throw new ModelException("model.bin is broken: the size of " + name + " is wrong");
    }
    Entry entry = new Entry(shape, type, file.position(), size);
    if (file.size() - entry.position() < size) {
      throw new EOFException();
    }
    file.position(entry.position() + size);
    return entry;
  }

  private long number() throws IOException {
    return bytes(4).getInt() & 0xffff_ffffL;
  }

  private long count() throws IOException, ModelException {
    long count = number();
    if (count > MOST_NAMES) {
      throw new ModelException("model.bin is broken: it has " + count + " names");
    }
    return count;
  }

  private String name() throws IOException, ModelException {
    int length = bytes(2).getShort() & 0xffff;
    if (length > LONGEST_NAME) {
      throw new ModelException("model.bin is broken: one of its names is too long");
    }
    byte[] name = bytes(length).array();
    return new String(name, 0, Math.max(0, length - 1), StandardCharsets.UTF_8);
  }

  private ByteBuffer bytes(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }

  /** Whether there is a variable or an alias of a name. */
  boolean has(String name) {
    return entries.containsKey(aliases.getOrDefault(name, name));
  }

  /**
   * A variable, or the one that an alias stands for.
   *
   * @throws ModelException if there is none of that name
   */
  Ct2Variable variable(String name) throws IOException, ModelException {
    String own = aliases.getOrDefault(name, name);
    String scale = own + "_scale";
    float[] scales = has(scale) ? read(scale, new float[0]).all() : new float[0];
    Ct2Variable variable = read(own, scales);
    if (scales.length > 1 && scales.length != variable.rows()) {
      throw new ModelException("model.bin is broken: the scales of " + name + " do not fit");
    }
    return variable;
  }

  private Ct2Variable read(String name, float[] scales) throws IOException, ModelException {
    Entry entry = entries.get(aliases.getOrDefault(name, name));
    if (entry == null) {
      throw new ModelException("model.bin is no Whisper model: it lacks " + name);
    }
    return new Ct2Variable(entry.shape(), entry.type(), map(entry), scales);
  }

  private ByteBuffer map(Entry entry) throws IOException {
    return file.map(FileChannel.MapMode.READ_ONLY, entry.position(), entry.bytes())
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Number of variables whose names differ only in a number, counted from 0. */
  int count(String before, String after) {
    int count = 0;
    while (has(before + count + after)) {
      count++;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
