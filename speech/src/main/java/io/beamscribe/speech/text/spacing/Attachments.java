// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spacing;

import io.beamscribe.speech.text.DataFile;
import io.beamscribe.speech.text.WrittenLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which words of a language are written with the one before: its data file. Immutable. */
final class Attachments {
  /** Read once from data files, and never changed: as many as there are languages. */
  private static final Map<String, Attachments> LOADED = new ConcurrentHashMap<>();

  private final Map<String, Attachment> attached = new HashMap<>();

  /** What is counted. */
  private final Set<String> counted = new HashSet<>();

  /** Endings of words with a particle, of adverbs and verbs; and of nouns that end alike. */
  private final List<String> endings = new ArrayList<>();

  private final List<String> nouns = new ArrayList<>();

  /** Words that are no nouns. */
  private final Set<String> free = new HashSet<>();

  /** Nouns that no verb is made of. */
  private final Set<String> bound = new HashSet<>();

  /**
   * How a word is attached.
   *
   * @param doubtful whether it is a word of its own, too
   * @param number whether it is a number, too
   */
  private record Attachment(boolean doubtful, boolean number, Sound after, Before before) {}

  /** What must stand before a word that is attached. */
  private enum Before {
    WORD,
    /** No adverb, nor a word with a particle. */
    NAME,
    /** A noun of which verbs are made. */
    NOUN
  }

  private Attachments(String language) {
    for (List<String> row : DataFile.rowsIfAny(Attachments.class, language + ".tsv")) {
      String word = row.get(1);
      switch (row.get(0)) {
        case "sure" -> attached.put(word, attachment(false, false, row));
        case "doubtful" -> attached.put(word, attachment(true, false, row));
        case "number" -> attached.put(word, attachment(true, true, row));
        case "counted" -> counted.add(word);
        case "ending" -> endings.add(word);
        case "noun" -> nouns.add(word);
        case "free" -> free.add(word);
        case "bound" -> bound.add(word);
        default -> throw new IllegalStateException(language + ".tsv: " + row);
      }
    }
  }

  private static Attachment attachment(boolean doubtful, boolean number, List<String> row) {
    return new Attachment(
        doubtful,
        number,
        Sound.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
        Before.valueOf(row.get(3).toUpperCase(Locale.ROOT)));
  }

  static Attachments of(String locale) {
    return LOADED.computeIfAbsent(WrittenLanguage.of(locale), Attachments::new);
  }

  boolean isEmpty() {
    return attached.isEmpty();
  }

  /**
   * Whether a word is written with the one before.
   *
   * @param before with all that was attached to it
   * @param next what follows; empty for nothing
   * @param doubtful whether those are attached as well that are words of their own elsewhere
   */
  boolean attaches(String before, String word, String next, boolean doubtful) {
    Attachment how = attached.get(word);
    if (how == null || before.isEmpty() || !how.after().fits(before)) {
      return false;
    }
    if (how.doubtful() && (!doubtful || next.isEmpty()) || how.number() && isCounted(next)) {
      return false;
    }
    return switch (how.before()) {
      case WORD -> true;
      case NAME -> isName(before);
      case NOUN -> before.length() > 1 && !bound.contains(before) && isName(before);
    };
  }

  private boolean isCounted(String next) {
    return counted.stream()
        .anyMatch(
            word ->
                next.startsWith(word)
                    && (next.length() == word.length()
                        || attached.containsKey(next.substring(word.length()))));
  }

  private boolean isName(String word) {
    return !free.contains(word)
        && (nouns.stream().anyMatch(word::endsWith) || endings.stream().noneMatch(word::endsWith));
  }
}
