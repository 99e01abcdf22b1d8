// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spoken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keys by their characters, so that all that begin at a place of a text are found in one walk. */
public final class Trie<V> {
  private char[] letters = {};
  private List<Trie<V>> next = List.of();
  private List<V> values = List.of();

  public void put(String key, V value) {
    Trie<V> node = this;
    for (int i = 0; i < key.length(); i++) {
      node = node.grow(key.charAt(i));
    }
    if (!node.values.contains(value)) {
      node.values = added(node.values, value);
    }
  }

  private Trie<V> grow(char letter) {
    int at = Arrays.binarySearch(letters, letter);
    if (at >= 0) {
      return next.get(at);
    }
    int place = -at - 1;
    char[] longer = new char[letters.length + 1];
    System.arraycopy(letters, 0, longer, 0, place);
    longer[place] = letter;
    System.arraycopy(letters, place, longer, place + 1, letters.length - place);
    letters = longer;
    List<Trie<V>> children = new ArrayList<>(next);
    Trie<V> child = new Trie<>();
    children.add(place, child);
    next = children;
    return child;
  }

  private static <T> List<T> added(List<T> list, T value) {
    List<T> longer = new ArrayList<>(list);
    longer.add(value);
    return longer;
  }

  /** What a key stands for. */
  public interface Entry<V> {
    void is(String key, List<V> values);
  }

  /** Tells every key. */
  public void each(Entry<V> entry) {
    each("", entry);
  }

  private void each(String key, Entry<V> entry) {
    if (!values.isEmpty()) {
      entry.is(key, values);
    }
    for (int i = 0; i < letters.length; i++) {
      next.get(i).each(key + letters[i], entry);
    }
  }

  /** What a key that ends at a place stands for. */
  public interface Found<V> {
    void at(int end, List<V> values);
  }

  /** Tells every key that the text has from a place on, the shortest first. */
  public void walk(CharSequence text, int from, Found<V> found) {
    Trie<V> node = this;
    int at = from;
    while (true) {
      if (!node.values.isEmpty()) {
        found.at(at, node.values);
      }
      if (at == text.length()) {
        return;
      }
      int child = Arrays.binarySearch(node.letters, text.charAt(at));
      if (child < 0) {
        return;
      }
      node = node.next.get(child);
      at++;
    }
  }
}
