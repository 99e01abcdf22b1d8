// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.model;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.TensorInfo;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.OwnMemory;
import io.beamscribe.speech.onnx.Tensors;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoder's outputs for a few windows, which the decoder attends to, in slots of one piece of
 * memory, so that several windows can be decoded at once. A window is identified by the number
 * under which it was encoded, whatever its slot. Not thread-safe; reusable.
 */
public final class EncoderOutputs implements AutoCloseable {
  /** Frames of a window, of 20 ms each. */
  public static final int FRAMES = 1500;

  /** Windows decoded at once: more hardly help, and each takes memory. */
  private static final int MOST_WINDOWS = 6;

  /** Limit of memory, unless one window alone takes more, as with the largest models. */
  private static final long MOST_BYTES = 64L << 20;

  private final WhisperModel model;
  private final List<Part> parts;
  private final int most;

  /** Buffer for one output while windows swap slots. */
  private final ByteBuffer spare;

  /** The windows by slot. */
  private final List<Integer> places = new ArrayList<>();

  /** Frames of each window that are encoded, and how many become one. */
  private int frames;

  private int together = 1;

  private Map<String, OnnxTensor> shown = Map.of();

  /** One of the encoder's outputs, for all slots. */
  private static final class Part {
    final String name;
    final OnnxJavaType type;

    /** For one window; -1 along the frames. */
    final long[] shape;

    /** Bytes of a window. */
    int bytes;

    @Nullable OwnMemory owned;
    @Nullable ByteBuffer memory;

    Part(String name, TensorInfo info) {
      this.name = name;
      type = info.type;
      shape = info.getShape();
    }

    void size(int frames) {
      long numbers = 1;
      for (long each : shape) {
        numbers *= each < 0 ? frames : each;
      }
      bytes = Math.toIntExact(numbers * type.size);
    }

    void makeRoom(int windows) {
      long needed = (long) windows * bytes;
      if (owned == null || owned.bytes() < needed) {
        free();
        owned = new OwnMemory(needed);
        memory = owned.buffer();
      }
    }

    void free() {
      if (owned != null) {
        owned.close();
        owned = null;
      }
    }

    OnnxTensor tensor(int from, int count, int frames) throws OrtException {
      long[] all = shape.clone();
      all[0] = count;
      for (int i = 1; i < all.length; i++) {
        all[i] = all[i] < 0 ? frames : all[i];
      }
      return Tensors.over(requireNonNull(memory).slice(from * bytes, count * bytes), type, all);
    }

    void swap(int a, int b, ByteBuffer spare) {
      ByteBuffer all = requireNonNull(memory);
      spare.put(0, all, a * bytes, bytes);
      all.put(a * bytes, all, b * bytes, bytes);
      all.put(b * bytes, spare, 0, bytes);
    }
  }

  public EncoderOutputs(WhisperModel model) {
    this.model = model;
    this.parts = new ArrayList<>();
    for (NodeInfo each : model.encodings()) {
      parts.add(new Part(each.getName(), (TensorInfo) each.getInfo()));
    }
    shape(FRAMES, 1);
    long bytes = parts.stream().mapToLong(part -> part.bytes).sum();
    spare = Tensors.bytes(parts.stream().mapToInt(part -> part.bytes).max().orElse(0));
    most = (int) Math.max(1, Math.min(MOST_WINDOWS, MOST_BYTES / bytes));
  }

  /** The most windows at once. */
  public int most() {
    return most;
  }

  /** Frames of each window that the outputs are about: those that were encoded and not joined. */
  public int frames() {
    return frames / together;
  }

  /** Discards all windows, and makes room for others, with all of their frames. */
  public void clear(int windows) {
    clear(windows, FRAMES, 1);
  }

  /**
   * Discards all windows, and makes room for others.
   *
   * @param from how many frames of each are encoded, its first ones
   * @param joined how many frames next to each other become one; the number of frames is a multiple
   *     of it
   */
  public void clear(int windows, int from, int joined) {
    show(Map.of());
    places.clear();
    shape(from, joined);
    parts.forEach(part -> part.makeRoom(windows));
  }

  private void shape(int from, int joined) {
    frames = from;
    together = joined;
    parts.forEach(part -> part.size(frames / together));
  }

  /**
   * Encodes another window; the first is number 0.
   *
   * @param last whether it is the last one for now
   * @param hidden where the state in the middle of the encoder goes, {@link #FRAMES} times the
   *     model's width; null if it is not needed; then no frames are joined or left out
   */
  public void encode(FloatBuffer window, boolean last, @Nullable FloatBuffer hidden)
      throws OrtException {
    Map<String, OnnxTensor> into = tensors(places.size(), 1);
    try (RunOptions options = last ? OnnxRuntime.last() : new RunOptions()) {
      model.encode(window, frames, together, into, options, hidden);
    } finally {
      into.values().forEach(OnnxTensor::close);
    }
    places.add(places.size());
  }

  /**
   * Moves windows next to each other, in their order.
   *
   * @return their outputs by the names of the decoder's inputs, valid until the next call
   */
  public Map<String, OnnxTensor> tensors(List<Integer> windows) throws OrtException {
    int from = windows.size() == 1 ? places.indexOf(windows.get(0)) : 0;
    if (windows.size() > 1) {
      for (int place = 0; place < windows.size(); place++) {
        int other = places.indexOf(windows.get(place));
        if (other != place) {
          swap(place, other);
        }
      }
    }
    show(tensors(from, windows.size()));
    return shown;
  }

  private Map<String, OnnxTensor> tensors(int from, int count) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Part part : parts) {
      tensors.put(part.name, part.tensor(from, count, frames / together));
    }
    return tensors;
  }

  private void swap(int a, int b) {
    parts.forEach(part -> part.swap(a, b, spare));
    int window = places.get(a);
    places.set(a, places.get(b));
    places.set(b, window);
  }

  private void show(Map<String, OnnxTensor> tensors) {
    Collection<OnnxTensor> before = shown.values();
    shown = tensors;
    before.forEach(OnnxTensor::close);
  }

  @Override
  public void close() {
    show(Map.of());
    parts.forEach(Part::free);
  }
}
