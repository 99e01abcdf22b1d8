// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert.torch;

import io.beamscribe.speech.models.ModelException;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads files saved by PyTorch: a ZIP archive of {@code data.pkl}, which names the tensors, and a
 * file with the numbers of each. Only single-precision tensors are read, since the networks here
 * have no others that matter.
 */
public final class TorchFile {
  private static final String TABLE = "/data.pkl";

  /** Bytes of the table; those of published models have some ten thousand. */
  private static final long LARGEST_TABLE = 1 << 20;

  /** How often numbers may be part of tensors, on average: some networks use weights twice. */
  private static final int SHARED = 4;

  private final Map<String, Tensor> tensors = new HashMap<>();

  /** Numbers by their key, since several tensors may be parts of the same ones. */
  private final Map<String, FloatBuffer> storages = new HashMap<>();

  private final ZipFile zip;
  private final String root;
  private long room;
  private long roomOfTensors;

  /**
   * @param room bytes of numbers that may be read: PyTorch does not compress them
   */
  private TorchFile(ZipFile zip, String root, long room) {
    this.zip = zip;
    this.root = root;
    this.room = room;
    this.roomOfTensors = SHARED * room;
  }

  /**
   * Reads a file.
   *
   * @return its tensors by name; those of a training checkpoint without what surrounds them
   * @throws ModelException if it is not such a file
   */
  public static Map<String, Tensor> read(Path file) throws IOException, ModelException {
    String name = String.valueOf(file.getFileName());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry table =
          zip.stream()
              .filter(entry -> entry.getName().matches("[^/]+" + TABLE))
              .findFirst()
              .orElseThrow(() -> new ModelException(name + " is no file of PyTorch"));
      String root = table.getName().replace(TABLE, "/data/");
      TorchFile read = new TorchFile(zip, root, Files.size(file));
      Object content = Pickle.read(read.bytes(table, LARGEST_TABLE));
      if (content instanceof Map<?, ?> map && map.get("state_dict") != null) {
        content = map.get("state_dict");
      }
      if (!(content instanceof Map<?, ?> named)) {
        throw new ModelException(name + " holds no network");
      }
      for (Map.Entry<?, ?> entry : named.entrySet()) {
        read.add(String.valueOf(entry.getKey()), entry.getValue());
      }
      return read.tensors;
    } catch (ZipException e) {
      throw new ModelException(name + " is no file of PyTorch, or is cut off", e);
    } catch (ClassCastException
        | IndexOutOfBoundsException
        | ArithmeticException
        | IllegalArgumentException e) {
      throw new ModelException(name + " describes its tensors in an unknown way", e);
    }
  }

  /**
   * {@code _rebuild_tensor_v2((storage, kind, key, device, size), offset, shape, strides, ...)}.
   */
  private void add(String name, Object value) throws IOException, ModelException {
    if (!(value instanceof Pickle.Call call
        && call.function() instanceof Pickle.Name function
        && function.name().equals("_rebuild_tensor_v2"))) {
      return;
    }
    List<?> storage = (List<?>) ((Pickle.Outside) call.arguments().get(0)).id();
    if (!((Pickle.Name) storage.get(1)).name().equals("FloatStorage")) {
      return;
    }
    int offset = ((Number) call.arguments().get(1)).intValue();
    List<Integer> shape = numbers(call.arguments().get(2));
    List<Integer> strides = numbers(call.arguments().get(3));
    int size = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      if (shape.get(i) > 1 && strides.get(i) != size) {
        throw new ModelException("the numbers of " + name + " are not row by row");
      }
      size = Math.multiplyExact(size, shape.get(i));
    }
    FloatBuffer numbers = storage((String) storage.get(2), name).position(offset);
    if (size < 0 || size > numbers.remaining()) {
      throw new ModelException("numbers of " + name + " are missing");
    }
    roomOfTensors -= (long) Float.BYTES * size;
    if (roomOfTensors < 0) {
      throw new ModelException("the numbers of " + name + " are too many");
    }
    float[] values = new float[size];
    numbers.get(values);
    tensors.put(name, new Tensor(shape, values));
  }

  private FloatBuffer storage(String key, String name) throws IOException, ModelException {
    FloatBuffer numbers = storages.get(key);
    if (numbers == null) {
      ZipEntry entry = zip.getEntry(root + key);
      if (entry == null) {
        throw new ModelException("the numbers of " + name + " are missing");
      }
      byte[] bytes = bytes(entry, room);
      room -= bytes.length;
      numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      storages.put(key, numbers);
    }
    return numbers.duplicate();
  }

  private static List<Integer> numbers(Object list) {
    return ((List<?>) list).stream().map(each -> ((Number) each).intValue()).toList();
  }

  private byte[] bytes(ZipEntry entry, long most) throws IOException, ModelException {
    if (entry.getSize() > Math.min(most, Integer.MAX_VALUE - 8)) {
      throw new ModelException(entry.getName() + " is too large");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) entry.getSize()); // never more than it claims
    }
  }
}
