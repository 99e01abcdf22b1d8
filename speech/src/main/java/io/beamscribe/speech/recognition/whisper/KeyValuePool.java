package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keys and values of all tokens of a tree, each written once. A hypothesis does not own a copy of
 * its past: it sees, by a mask, the rows of its own tokens. So to drop a hypothesis and to branch
 * off from another costs nothing. Rows that no living hypothesis needs are given up when the pool
 * is full. For one thread.
 */
final class KeyValuePool implements AutoCloseable {
  private static final int FIRST_CAPACITY = 128;

  private final int heads;
  private final int headSize;
  private final String[] names;
  private final FloatBuffer[] rows;
  private final Map<String, OnnxTensor> tensors = new HashMap<>();
  private int capacity;
  private int used;

  KeyValuePool(WhisperModel model) throws OrtException {
    heads = model.dimensions().decoderHeads();
    headSize = model.dimensions().headWidth();
    names = names("pool_", model.dimensions().decoderLayers());
    rows = new FloatBuffer[names.length];
    allocate(FIRST_CAPACITY);
  }

  /** The names of keys and values of all layers, in the order that the pool keeps. */
  static String[] names(String prefix, int layers) {
    String[] names = new String[2 * layers];
    for (int layer = 0; layer < layers; layer++) {
      names[2 * layer] = prefix + "k" + layer;
      names[2 * layer + 1] = prefix + "v" + layer;
    }
    return names;
  }

  int capacity() {
    return capacity;
  }

  /** The whole pool, by the names of the decoder's inputs; until the next {@link #reserve}. */
  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  /**
   * As it was when it was new, its size included: sums over more rows are rounded otherwise, even
   * if all of these rows are masked, so what was heard before would have a say.
   */
  void clear() throws OrtException {
    used = 0;
    if (capacity != FIRST_CAPACITY) {
      allocate(FIRST_CAPACITY);
    }
  }

  /**
   * Makes room for as many rows more.
   *
   * @param living the tokens whose rows, with those of all before them, are still needed
   */
  void reserve(int more, List<TokenNode> living) throws OrtException {
    if (used + more > capacity) {
      int[] kept = keep(living);
      int size = capacity;
      // Where more than half of it would stay full, it would soon be full again.
      while (2 * (kept.length + more) > size) {
        size *= 2;
      }
      move(kept, size);
    }
  }

  /** Numbers the rows in use anew from 0, and gives their old numbers in that order. */
  private static int[] keep(List<TokenNode> living) {
    SortedMap<Integer, TokenNode> byRow = new TreeMap<>();
    for (TokenNode leaf : living) {
      for (TokenNode node = leaf; node != null; node = node.parent) {
        if (node.row != TokenNode.NO_ROW && byRow.put(node.row, node) != null) {
          break; // what stands before it was met with another leaf
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

  private void move(int[] kept, int size) throws OrtException {
    FloatBuffer[] from = rows.clone();
    int before = capacity;
    if (size != capacity) {
      allocate(size);
    }
    for (int i = 0; i < rows.length; i++) {
      for (int head = 0; head < heads; head++) {
        for (int row = 0; row < kept.length; row++) {
          copy(from[i], head * before + kept[row], rows[i], head * capacity + row);
        }
      }
    }
    used = kept.length;
  }

  /** Adds a row for each node, from keys and values as the decoder gives them. */
  void add(List<TokenNode> nodes, FloatBuffer[] made) {
    for (int i = 0; i < rows.length; i++) {
      for (int head = 0; head < heads; head++) {
        for (int n = 0; n < nodes.size(); n++) {
          copy(made[i], head * nodes.size() + n, rows[i], head * capacity + used + n);
        }
      }
    }
    for (TokenNode node : nodes) {
      node.row = used++;
    }
  }

  private void copy(FloatBuffer from, int fromRow, FloatBuffer to, int toRow) {
    to.put(toRow * headSize, from, fromRow * headSize, headSize);
  }

  private void allocate(int size) throws OrtException {
    close();
    capacity = size;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Tensors.floats(heads * capacity * headSize);
      tensors.put(names[i], Tensors.over(rows[i], 1, heads, capacity, headSize));
    }
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }
}
