// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import java.util.ArrayList;
import java.util.List;

/** The nodes of one graph in the order in which they run, and the names of their outputs. */
final class NodeList {
  private final List<Message> nodes = new ArrayList<>();
  private int named;

  void add(Message node) {
    nodes.add(node);
  }

  /** A unique name. */
  String fresh(String word) {
    return word + "_" + named++;
  }

  List<Message> all() {
    return nodes;
  }
}
