// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads structured text: lists ({@code @ list name =}, then {@code - item}), sections of sentences
 * ({@code # Name}, then {@code - sentence with {@name}}), and comments ({@code //}). Lexicons of
 * sounds ({@code @ speech:phoneticlexicon}) are checked but not used: no model here takes sounds.
 */
public final class MarkdownText {
  private static final Pattern LIST = Pattern.compile("@\\s*list\\s+(\\w+)\\s*=\\s*");
  private static final Pattern LEXICON = Pattern.compile("(?i)@\\s*speech:phoneticlexicon\\s*");
  private static final Pattern SECTION = Pattern.compile("#\\s*(\\w+)\\s*");
  private static final Pattern SLOT = Pattern.compile("\\{@(\\w+)\\}");
  private static final int MOST_LISTS = 20;
  private static final int MOST_ITEMS = 35_000;
  private static final int MOST_SOUNDS = 15_000;

  /** Sentences that a list may become; of longer ones the items take turns. */
  private static final int MOST_SENTENCES = 200_000;

  private final String file;
  private final LineReport report = new LineReport();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private final Set<String> sections = new HashSet<>();
  private List<String> items = List.of();
  private Part part = Part.NONE;
  private int sounds;

  private enum Part {
    NONE,
    LIST,
    LEXICON,
    SECTION
  }

  private record Sentence(long line, String text) {}

  private MarkdownText(String file) {
    this.file = file;
  }

  /** Takes what a file says. */
  public interface Taker {
    /** Takes the items of a list; before any sentence. They come in sentences, too. */
    default void list(List<String> items) {}

    /** Takes a sentence, with each item of its lists in turn. */
    void sentence(List<String> versions);
  }

  /** Reads a file. */
  public static DatasetReport read(Path file, Taker taker) throws IOException {
    MarkdownText text = new MarkdownText(String.valueOf(file.getFileName()));
    try (TextLines lines = TextLines.open(file)) {
      text.report.read(
          lines,
          text.file,
          (line, number) ->
              line.strip().startsWith("//") ? Optional.empty() : text.line(number, line.strip()));
    }
    text.write(taker);
    return text.report.report(DatasetKind.LANGUAGE_MARKDOWN);
  }

  private Optional<String> line(long number, String line) {
    Matcher list = LIST.matcher(line);
    Matcher section = SECTION.matcher(line);
    if (list.matches()) {
      return list(list.group(1).toLowerCase(Locale.ROOT));
    }
    if (LEXICON.matcher(line).matches()) {
      part = Part.LEXICON;
      report.accept();
      return Optional.empty();
    }
    if (section.matches()) {
      part = Part.SECTION;
      boolean fresh = sections.add(section.group(1));
      if (fresh) {
        report.accept();
      }
      return fresh ? Optional.empty() : Optional.of("A section of this name is there already.");
    }
    if (!line.startsWith("-")) {
      return Optional.of(
          "It is neither a list, a section, an item that begins with - nor a comment.");
    }
    String item = line.substring(1).strip();
    Optional<String> defect =
        switch (part) {
          case NONE -> Optional.of("It belongs to no list or section.");
          case LIST -> item(item);
          case LEXICON -> sound(item);
          case SECTION -> LineChecks.defect(SLOT.matcher(item).replaceAll("x"));
        };
    if (part == Part.SECTION && defect.isEmpty()) {
      sentences.add(new Sentence(number, item));
    } else if (defect.isEmpty()) {
      report.accept();
    }
    return defect;
  }

  private Optional<String> list(String name) {
    part = Part.NONE;
    if (lists.containsKey(name)) {
      return Optional.of("A list of this name is there already.");
    }
    if (lists.size() == MOST_LISTS) {
      return Optional.of("There may be 20 lists.");
    }
    part = Part.LIST;
    items = new ArrayList<>();
    lists.put(name, items);
    report.accept();
    return Optional.empty();
  }

  private Optional<String> item(String item) {
    if (items.size() == MOST_ITEMS) {
      return Optional.of("A list may have 35,000 items.");
    }
    Optional<String> defect = LineChecks.defect(item);
    if (defect.isEmpty()) {
      items.add(item);
    }
    return defect;
  }

  private Optional<String> sound(String item) {
    String[] pair = item.split("/", -1);
    if (pair.length < 2 || pair.length > 3 || pair[0].isBlank() || pair[1].isBlank()) {
      return Optional.of("Expected a word, a slash and its sounds, at most twice.");
    }
    return ++sounds > MOST_SOUNDS
        ? Optional.of("A lexicon may have 15,000 words.")
        : Optional.empty();
  }

  private void write(Taker taker) {
    lists.values().stream().filter(list -> !list.isEmpty()).forEach(taker::list);
    long number = 0;
    long each = Math.max(1, MOST_SENTENCES / Math.max(1, sentences.size()));
    for (Sentence sentence : sentences) {
      List<List<String>> slots = new ArrayList<>();
      String missing = null;
      Matcher slot = SLOT.matcher(sentence.text());
      while (slot.find()) {
        List<String> of = lists.get(slot.group(1).toLowerCase(Locale.ROOT));
        if (of == null || of.isEmpty()) {
          missing = slot.group(1);
        } else {
          slots.add(of);
        }
      }
      if (missing != null) {
        report.reject(
            file, sentence.line(), sentence.text(), "There is no list " + missing + " with items.");
        continue;
      }
      report.accept();
      long most = slots.stream().mapToLong(List::size).max().orElse(1);
      List<String> versions = new ArrayList<>();
      for (long turn = 0; turn < Math.min(most, each); turn++) {
        // of a list that is too long, other items with each sentence
        long item = turn * most / Math.min(most, each) + number;
        versions.add(filled(sentence.text(), slots, most <= each ? turn : item % most));
      }
      taker.sentence(versions);
      number++;
    }
  }

  /** Each time that a list begins anew, its items meet others of the lists before it. */
  private static String filled(String text, List<List<String>> slots, long turn) {
    StringBuilder filled = new StringBuilder();
    Matcher slot = SLOT.matcher(text);
    int at = 0;
    while (slot.find()) {
      List<String> items = slots.get(at);
      long item = turn + at * (turn / items.size());
      slot.appendReplacement(
          filled, Matcher.quoteReplacement(items.get((int) (item % items.size()))));
      at++;
    }
    slot.appendTail(filled);
    return filled.toString();
  }
}
