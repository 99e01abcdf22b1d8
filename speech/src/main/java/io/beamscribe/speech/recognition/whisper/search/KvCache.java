// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.beamscribe.speech.onnx.OwnMemory;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keys and values of all tokens of a few trees, one for each window, each written once. A
 * hypothesis has no copy of its past: it sees the rows of its own tokens through a mask. So
 * dropping a hypothesis and branching cost nothing. Rows that no live hypothesis needs are
 * reclaimed when the share of the window is full. Not thread-safe.
 *
 * <p>Which row a token has depends on its own tree alone, and rows at the end that nothing sees
 * change no sum. So windows do not influence each other.
 */
final class KvCache implements AutoCloseable {
  /** A power of two, as all sizes are: sums over more rows of zeros then have the same order. */
  private static final int FIRST_CAPACITY = 128;

  /**
   * Memory is kept for the next use if that fills at least this share: it is released while windows
   * are aligned one by one and the next ones encoded, because other threads need it more.
   */
  private static final int KEPT_CAPACITY = 512;

  private final int heads;
  private final int headSize;
  private final String[] names;
  private final OwnMemory[] memory;
  private final FloatBuffer[] rows;
  private final Map<String, OnnxTensor> tensors = new HashMap<>();

  /** Rows that a window has. */
  private int capacity;

  /** Rows that each window would have if it were alone, and how many of them are in use. */
  private int[] limits = {};

  private int[] used = {};

  KvCache(WhisperModel model) {
    heads = model.dimensions().decoderHeads();
    headSize = model.dimensions().headWidth();
    names = names("pool_", model.dimensions().decoderLayers());
    memory = new OwnMemory[names.length];
    rows = new FloatBuffer[names.length];
  }

  /** The names of keys and values of all layers, in the order of the cache. */
  static String[] names(String prefix, int layers) {
    String[] names = new String[2 * layers];
    for (int layer = 0; layer < layers; layer++) {
      names[2 * layer] = prefix + "k" + layer;
      names[2 * layer + 1] = prefix + "v" + layer;
    }
    return names;
  }

  /** Rows of each window. */
  int capacity() {
    return capacity;
  }

  /** The cache of all windows, by the names of the decoder's inputs. */
  Map<String, OnnxTensor> tensors() throws OrtException {
    if (tensors.isEmpty()) {
      int size = limits.length * heads * capacity * headSize;
      for (int i = 0; i < rows.length; i++) {
        FloatBuffer all = rows[i].duplicate().position(0).limit(size);
        tensors.put(names[i], Tensors.over(all, limits.length, heads, capacity, headSize));
      }
    }
    return tensors;
  }

  /** Empties it, for so many windows. */
  void clear(int windows) {
    forget();
    used = new int[windows];
    limits = new int[windows];
    Arrays.fill(limits, FIRST_CAPACITY);
    capacity = FIRST_CAPACITY;
    for (int i = 0; i < rows.length; i++) {
      if (memory[i] != null && memory[i].bytes() > bytes(KEPT_CAPACITY)) {
        free(i);
      }
      allocate(i);
    }
  }

  /**
   * Makes room for more rows.
   *
   * @param living the tokens whose rows, with those of all before them, are still needed
   */
  void reserve(int window, int more, List<TokenNode> living) {
    if (used[window] + more > limits[window]) {
      compact(window, keep(living));
      // If more than half would stay full, it would soon be full again.
      while (2 * (used[window] + more) > limits[window]) {
        limits[window] *= 2;
      }
      if (limits[window] > capacity) {
        grow(limits[window]);
      }
    }
  }

  /** Renumbers the rows in use from 0, and returns their old numbers in that order. */
  private static int[] keep(List<TokenNode> living) {
    SortedMap<Integer, TokenNode> byRow = new TreeMap<>();
    for (TokenNode leaf : living) {
      for (TokenNode node = leaf; node != null; node = node.parent) {
        if (node.row != TokenNode.NO_ROW && byRow.put(node.row, node) != null) {
          break; // its ancestors were visited with another leaf
        }
      }
    }
    int[] kept = byRow.keySet().stream().mapToInt(Integer::intValue).toArray();
    int next = 0;
    for (TokenNode node : byRow.values()) {
      node.row = next++;
    }
    return kept;
  }

  /** Rows only move down, so none is written over before it has moved. */
  private void compact(int window, int[] kept) {
    for (FloatBuffer each : rows) {
      for (int head = 0; head < heads; head++) {
        int first = (window * heads + head) * capacity;
        for (int row = 0; row < kept.length; row++) {
          copy(each, first + kept[row], each, first + row, 1);
        }
      }
    }
    used[window] = kept.length;
  }

  private void grow(int size) {
    int before = capacity;
    forget();
    capacity = size;
    for (int i = 0; i < rows.length; i++) {
      FloatBuffer from = rows[i];
      try (OwnMemory old = memory[i]) { // one after another, so that little exists twice
        memory[i] = null;
        allocate(i);
        for (int head = 0; head < used.length * heads; head++) {
          copy(from, head * before, rows[i], head * capacity, used[head / heads]);
        }
      }
    }
  }

  /** Moves a window into the place of another, which is discarded. */
  void move(int from, int to) {
    if (from != to) {
      int size = heads * capacity;
      for (FloatBuffer each : rows) {
        copy(each, from * size, each, to * size, size);
      }
      used[to] = used[from];
      limits[to] = limits[from];
    }
  }

  /** Keeps so many windows, the first ones. */
  void truncate(int windows) {
    forget();
    used = Arrays.copyOf(used, windows);
    limits = Arrays.copyOf(limits, windows);
  }

  /**
   * Adds a row for each node of a window, from keys and values as the decoder gives them.
   *
   * @param width rows that the decoder gives for each window
   */
  void add(int window, List<TokenNode> nodes, FloatBuffer[] made, int width) {
    for (int i = 0; i < rows.length; i++) {
      for (int head = 0; head < heads; head++) {
        int all = window * heads + head;
        copy(made[i], all * width, rows[i], all * capacity + used[window], nodes.size());
      }
    }
    for (TokenNode node : nodes) {
      node.row = used[window]++;
    }
  }

  private void copy(FloatBuffer from, int fromRow, FloatBuffer to, int toRow, int count) {
    to.put(toRow * headSize, from, fromRow * headSize, count * headSize);
  }

  private void allocate(int number) {
    if (memory[number] == null || memory[number].bytes() < bytes(capacity)) {
      free(number);
      memory[number] = new OwnMemory(bytes(capacity));
      rows[number] = memory[number].buffer().asFloatBuffer();
    }
  }

  private long bytes(int capacity) {
    return (long) limits.length * heads * capacity * headSize * Float.BYTES;
  }

  private void free(int number) {
    if (memory[number] != null) {
      memory[number].close();
      memory[number] = null;
    }
  }

  /** Tensors go before the memory they are views of. */
  private void forget() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }

  @Override
  public void close() {
    forget();
    for (int i = 0; i < memory.length; i++) {
      free(i);
    }
  }
}
