// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of a converted network that also outputs the results of its layers. Fields are those of
 * {@code onnx.proto}. Protocol Buffers merges a message that occurs twice, so the added outputs are
 * a second graph after the first.
 */
final class OpenGraph {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int GRAPH_OUTPUT = 12;

  /** The type of a tensor of floats of any shape, as a field. */
  private static final byte[] FLOATS = {2 << 3 | 2, 4, 1 << 3 | 2, 2, 1 << 3, 1};

  private final Path file;

  /** The output of the node that uses a tensor, by the tensor's name. */
  private final Map<String, String> givenBy = new HashMap<>();

  private record Field(int number, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  /**
   * @param original graph with its numbers beside it
   * @param tensors whose nodes become visible
   * @param tensors whose nodes are to be seen
   */
  OpenGraph(Path original, Path folder, Iterable<String> tensors) throws IOException {
    byte[] model = Files.readAllBytes(original);
    for (Field graph : fields(model, GRAPH)) {
      for (Field node : fields(graph.content(), NODE)) {
        String given = fields(node.content(), OUTPUT).get(0).text();
        fields(node.content(), INPUT).forEach(input -> givenBy.put(input.text(), given));
      }
    }
    List<byte[]> outputs = new ArrayList<>();
    for (String tensor : tensors) {
      byte[] name = given(tensor).getBytes(StandardCharsets.UTF_8);
      outputs.add(field(GRAPH_OUTPUT, field(1, name), FLOATS));
    }
    file = folder.resolve(original.getFileName());
    Files.write(file, model);
    byte[] more = field(GRAPH, outputs.toArray(byte[][]::new));
    Files.write(file, more, StandardOpenOption.APPEND);
    String numbers = original.getFileName().toString().replace(".onnx", ".data");
    Files.copy(original.resolveSibling(numbers), folder.resolve(numbers));
  }

  Path file() {
    return file;
  }

  /** The name of the output of the node that uses a tensor. */
  String given(String tensor) {
    String given = givenBy.get(tensor);
    if (given == null) {
      throw new IllegalArgumentException("no node takes " + tensor);
    }
    return given;
  }

  private static List<Field> fields(byte[] message, int wanted) {
    List<Field> fields = new ArrayList<>();
    int[] at = {0};
    while (at[0] < message.length) {
      int key = number(message, at);
      int size = number(message, at);
      if ((key & 7) == 2) {
        if (key >> 3 == wanted) {
          byte[] content = new byte[size];
          System.arraycopy(message, at[0], content, 0, size);
          fields.add(new Field(wanted, content));
        }
        at[0] += size;
      } else if ((key & 7) != 0) {
        throw new IllegalArgumentException("a field of kind " + (key & 7));
      }
    }
    return fields;
  }

  private static int number(byte[] message, int[] at) {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = message[at[0]++];
      number |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }

  /** A field of the parts one after the other. */
  private static byte[] field(int number, byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(number << 3 | 2);
    int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    for (; size > 0x7f; size >>>= 7) {
      out.write(size & 0x7f | 0x80);
    }
    out.write(size);
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
