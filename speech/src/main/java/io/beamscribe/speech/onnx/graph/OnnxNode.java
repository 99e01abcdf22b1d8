// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import java.util.ArrayList;
import java.util.List;

/** One step of a graph: what it does, to what, and how. Done when its outputs are asked for. */
public final class OnnxNode {
  /** Of AttributeProto. */
  private static final int NAME = 1;

  private static final int TYPE = 20;

  /** Name of an output that nobody wants. */
  private static final String UNUSED = "";

  private final NodeList nodes;
  private final String domain;
  private final String operator;
  private final List<String> inputs;
  private final List<Message> attributes = new ArrayList<>();

  OnnxNode(NodeList nodes, String domain, String operator, List<String> inputs) {
    this.nodes = nodes;
    this.domain = domain;
    this.operator = operator;
    this.inputs = List.copyOf(inputs);
  }

  public OnnxNode with(String name, float value) {
    return with(new Message().put(NAME, name).put(2, value).put(TYPE, 1));
  }

  public OnnxNode with(String name, long value) {
    return with(new Message().put(NAME, name).put(3, value).put(TYPE, 2));
  }

  public OnnxNode with(String name, String value) {
    return with(new Message().put(NAME, name).put(4, value).put(TYPE, 3));
  }

  public OnnxNode withAll(String name, long... values) {
    Message attribute = new Message().put(NAME, name);
    for (long value : values) {
      attribute.put(8, value);
    }
    return with(attribute.put(TYPE, 7));
  }

  private OnnxNode with(Message attribute) {
    attributes.add(attribute);
    return this;
  }

  /** Adds it to the graph; gives its only output. */
  public String out() {
    return outs(1).get(0);
  }

  /** Adds it to the graph with an only output of a given name. */
  public String out(String name) {
    return add(List.of(name)).get(0);
  }

  /** Adds it to the graph; gives its outputs. */
  public List<String> outs(int count) {
    return add(fresh(count));
  }

  /** Adds it to the graph with outputs of given names. */
  public List<String> outs(String... names) {
    return add(List.of(names));
  }

  /** Adds it to the graph; gives its first and its last output, of so many. */
  public List<String> firstAndLast(int count) {
    List<String> names = fresh(count);
    names.subList(1, count - 1).replaceAll(unused -> UNUSED);
    add(names);
    return List.of(names.get(0), names.get(count - 1));
  }

  private List<String> fresh(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(nodes.fresh(operator));
    }
    return names;
  }

  private List<String> add(List<String> names) {
    Message node = new Message();
    inputs.forEach(input -> node.put(1, input));
    names.forEach(name -> node.put(2, name));
    node.put(3, names.get(0)).put(4, operator);
    attributes.forEach(attribute -> node.put(5, attribute));
    if (!domain.isEmpty()) {
      node.put(7, domain);
    }
    nodes.add(node);
    return names;
  }
}
