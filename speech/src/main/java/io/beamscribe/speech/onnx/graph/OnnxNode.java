// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import io.beamscribe.speech.onnx.graph.OnnxProto.Attribute;
import java.util.ArrayList;
import java.util.List;

/** A node of a graph under construction; added when its outputs are requested. */
public final class OnnxNode {
  /** Name of an unused output. */
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
    return with(attribute(name).put(Attribute.F, value).put(Attribute.TYPE, Attribute.FLOAT));
  }

  public OnnxNode with(String name, long value) {
    return with(attribute(name).put(Attribute.I, value).put(Attribute.TYPE, Attribute.INT));
  }

  public OnnxNode with(String name, String value) {
    return with(attribute(name).put(Attribute.S, value).put(Attribute.TYPE, Attribute.STRING));
  }

  public OnnxNode withAll(String name, long... values) {
    Message attribute = attribute(name);
    for (long value : values) {
      attribute.put(Attribute.INTS, value);
    }
    return with(attribute.put(Attribute.TYPE, Attribute.INTEGERS));
  }

  private static Message attribute(String name) {
    return new Message().put(Attribute.NAME, name);
  }

  private OnnxNode with(Message attribute) {
    attributes.add(attribute);
    return this;
  }

  /** Adds it to the graph; returns its only output. */
  public String out() {
    return outs(1).get(0);
  }

  /** Adds it to the graph with a single output of a given name. */
  public String out(String name) {
    return add(List.of(name)).get(0);
  }

  /** Adds it to the graph; returns its outputs. */
  public List<String> outs(int count) {
    return add(fresh(count));
  }

  /** Adds it to the graph with outputs of given names. */
  public List<String> outs(String... names) {
    return add(List.of(names));
  }

  /** Adds it to the graph; returns its first and its last output, out of this many. */
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
    inputs.forEach(input -> node.put(OnnxProto.Node.INPUT, input));
    names.forEach(name -> node.put(OnnxProto.Node.OUTPUT, name));
    node.put(OnnxProto.Node.NAME, names.get(0)).put(OnnxProto.Node.OP_TYPE, operator);
    attributes.forEach(attribute -> node.put(OnnxProto.Node.ATTRIBUTE, attribute));
    if (!domain.isEmpty()) {
      node.put(OnnxProto.Node.DOMAIN, domain);
    }
    nodes.add(node);
    return names;
  }
}
