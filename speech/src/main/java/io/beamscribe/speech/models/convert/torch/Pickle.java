// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert.torch;

import io.beamscribe.speech.models.ModelException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads Python pickles as far as files of PyTorch need: protocol 2 with numbers, strings, tuples,
 * lists and dictionaries. Nothing is executed: a function call becomes a {@link Call}, so a file
 * can do no harm. Hand-written, since Java has no library that reads pickles without creating the
 * objects they name.
 */
final class Pickle {
  /** A Python function or class, by name. */
  record Name(String module, String name) {}

  /** A call that Python would have made. */
  record Call(Object function, List<Object> arguments) {}

  /** An object stored outside the pickle, such as the numbers of a tensor. */
  record Outside(Object id) {}

  private static final Object MARK = new Object();

  /** Stands for {@code None}, which collections of Java do not take. */
  private static final Object NONE = new Object();

  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Pickle(byte[] bytes) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the pickled object: a Number, Boolean, String, List, Map, {@link Name}, {@link Call} or
   * {@link Outside}.
   *
   * @throws ModelException if it cannot be read
   */
  static Object read(byte[] bytes) throws ModelException {
    try {
      return new Pickle(bytes).read();
    } catch (BufferUnderflowException
        | NoSuchElementException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new ModelException("its pickle is broken", e);
    }
  }

  private Object read() throws ModelException {
    while (true) {
      int code = in.get() & 0xff;
      switch (code) {
        case '.' -> {
          return stack.pop();
        }
        case 0x80 -> in.get(); // the protocol
        case '(' -> stack.push(MARK);
        case 'N' -> stack.push(NONE);
        case 0x88 -> stack.push(true);
        case 0x89 -> stack.push(false);
        case 'K' -> stack.push(in.get() & 0xff);
        case 'M' -> stack.push(in.getShort() & 0xffff);
        case 'J' -> stack.push(in.getInt());
        case 0x8a -> stack.push(whole(in.get() & 0xff));
        // the only big-endian number
        case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
        case 'X' -> stack.push(text(in.getInt()));
        case 'c' -> stack.push(new Name(line(), line()));
        case '}' -> stack.push(new LinkedHashMap<>());
        case ']' -> stack.push(new ArrayList<>());
        case ')' -> stack.push(List.of());
        case 't' -> stack.push(sinceMark());
        case 0x85 -> stack.push(last(1));
        case 0x86 -> stack.push(last(2));
        case 0x87 -> stack.push(last(3));
        case 'a' -> append(last(1));
        case 'e' -> append(sinceMark());
        case 's' -> put(last(2));
        case 'u' -> put(sinceMark());
        case 'R', 0x81 -> call();
        case 'b' -> stack.pop(); // the state of an object that is not created
        case 'Q' -> stack.push(new Outside(stack.pop()));
        case 'q' -> memo.put(in.get() & 0xff, stack.getFirst());
        case 'r' -> memo.put(in.getInt(), stack.getFirst());
        case 'h' -> stack.push(known(in.get() & 0xff));
        case 'j' -> stack.push(known(in.getInt()));
        default -> throw new ModelException("its pickle has the unknown code " + code);
      }
    }
  }

  private Object known(int index) {
    Object known = memo.get(index);
    if (known == null) {
      throw new NoSuchElementException();
    }
    return known;
  }

  private void call() {
    List<Object> two = last(2);
    Object function = two.get(0);
    List<Object> arguments = list(two.get(1));
    boolean dictionary = function instanceof Name name && name.name().equals("OrderedDict");
    stack.push(
        dictionary && arguments.isEmpty() ? new LinkedHashMap<>() : new Call(function, arguments));
  }

  private void append(List<Object> values) {
    list(stack.getFirst()).addAll(values);
  }

  private void put(List<Object> pairs) {
    @SuppressWarnings("unchecked")
    Map<Object, Object> map = (Map<Object, Object>) stack.getFirst();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      // Only texts name tensors; a collection that holds itself has no hash.
      if (pairs.get(i) instanceof String key) {
        map.put(key, pairs.get(i + 1));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private List<Object> last(int count) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(stack.pop());
    }
    Collections.reverse(values);
    return values;
  }

  private List<Object> sinceMark() {
    List<Object> values = new ArrayList<>();
    for (Object each = stack.pop(); each != MARK; each = stack.pop()) {
      values.add(each);
    }
    Collections.reverse(values);
    return values;
  }

  private long whole(int bytes) {
    long value = 0;
    int shift = 0;
    for (int i = 0; i < bytes; i++, shift += 8) {
      long next = in.get();
      value |= (i == bytes - 1 ? next : next & 0xff) << shift;
    }
    return value;
  }

  private String text(int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new NoSuchElementException();
    }
    byte[] text = new byte[bytes];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (byte each = in.get(); each != '\n'; each = in.get()) {
      line.append((char) each);
    }
    return line.toString();
  }
}
