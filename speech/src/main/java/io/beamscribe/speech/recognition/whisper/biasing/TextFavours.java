// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much likelier than a model expects the words of a text are, after which words. Stored as
 * lines of the logarithm of that ratio, up to two words before, and the word, by tabs. Immutable.
 */
public final class TextFavours {
  /** Context of words that are favoured whatever comes before them. */
  static final int ANYWHERE = 0;

  private final TextWords words;
  private final WordNode root = new WordNode(0);
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> contexts = new HashMap<>();
  private final Map<Long, Float> worths = new HashMap<>();
  private final Map<Long, Float> mosts = new HashMap<>();

  /** Tokens that the text goes on with after each context, and after none. */
  private final Map<Integer, int[]> tokens = new HashMap<>();

  private int nodes = 1;

  private TextFavours(TextWords words) {
    this.words = words;
  }

  /** Reads a file. */
  public static TextFavours read(Path file, Vocabulary vocabulary) throws IOException {
    TextFavours all = new TextFavours(new TextWords(vocabulary));
    Map<Integer, List<Integer>> first = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\t");
      for (int i = 1; i < fields.length; i++) {
        all.spell(fields[i]);
      }
      float worth = Float.parseFloat(fields[0]);
      int word = all.number(fields[fields.length - 1]);
      int last = fields.length > 2 ? all.number(fields[fields.length - 2]) : WordNode.NONE;
      int before = fields.length > 3 ? all.number(fields[1]) : WordNode.NONE;
      all.add(last, before, word, fields[fields.length - 1], worth, first);
    }
    first.forEach(
        (context, of) ->
            all.tokens.put(
                context, of.stream().mapToInt(Integer::intValue).sorted().distinct().toArray()));
    return all;
  }

  /** Also words that are only context have to be recognised. */
  private void spell(String name) {
    if (!numbers.containsKey(name)) {
      for (List<Integer> spelling : words.spellings(name)) {
        nodes = root.add(spelling, number(name), nodes);
      }
    }
  }

  private int number(String name) {
    return numbers.computeIfAbsent(name, each -> numbers.size());
  }

  private void add(
      int last, int before, int word, String name, float worth, Map<Integer, List<Integer>> first) {
    int context =
        last == WordNode.NONE
            ? ANYWHERE
            : contexts.computeIfAbsent(key(last, before), each -> contexts.size() + 1);
    worths.put(key(context, word), worth);
    for (List<Integer> spelling : words.spellings(name)) {
      WordNode node = root;
      for (int token : spelling) {
        node = requireNonNull(node.next(token));
        mosts.merge(key(context, node.id), worth, Math::max);
      }
      first.computeIfAbsent(context, each -> new ArrayList<>()).add(spelling.get(0));
    }
  }

  private static long key(int high, int low) {
    return (long) high << 32 | low & 0xFFFFFFFFL;
  }

  TextWords words() {
    return words;
  }

  WordNode root() {
    return root;
  }

  /** The number of the context of two words, the later first; {@link #ANYWHERE} if it has none. */
  int context(int last, int before) {
    Integer context = last == WordNode.NONE ? null : contexts.get(key(last, before));
    return context == null ? ANYWHERE : context;
  }

  /** What a word is worth in a context; null if nothing is said of it. */
  @Nullable Float worth(int context, int word) {
    return worths.get(key(context, word));
  }

  /** The most that a word is worth which begins so, in a context; 0 if none does. */
  float most(int context, WordNode node) {
    return mosts.getOrDefault(key(context, node.id), 0f);
  }

  int[] first(int context) {
    return tokens.getOrDefault(context, new int[0]);
  }
}
