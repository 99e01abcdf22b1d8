// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an output formatting file. */
public final class RulesFile {
  private final String name;
  private final InverseTextNormalizer normalizer;
  private final List<ItnPattern> patterns = new ArrayList<>();
  private final Rewrites rewrites = new Rewrites();
  private final List<String> profanity = new ArrayList<>();
  private final List<Test> tests = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private String section = "";

  /** What a line of the section with tests says. */
  private record Test(int line, String input, String expected) {}

  private RulesFile(String name, InverseTextNormalizer normalizer) {
    this.name = name;
    this.normalizer = normalizer;
  }

  /**
   * Reads an output formatting file and runs the tests in it.
   *
   * @param name of the file, for messages
   * @param text with the sections {@code # itn}, {@code # rewrite}, {@code # profanity} and {@code
   *     # test}
   * @param locale BCP-47 tag of the phrases
   * @throws RulesException with all mistakes and failed tests, by line
   */
  public static DisplayRules read(String name, String text, String locale) throws RulesException {
    return new RulesFile(name, InverseTextNormalizer.of(locale)).read(text, true);
  }

  /** As {@link #read}, but leaves the tests out. */
  static DisplayRules untested(String name, String text, String locale) throws RulesException {
    return new RulesFile(name, InverseTextNormalizer.of(locale)).read(text, false);
  }

  private DisplayRules read(String text, boolean tested) throws RulesException {
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          take(lines.get(i), i + 1);
        } catch (IllegalArgumentException e) {
          mistake(i + 1, e.getMessage());
        }
      }
    }
    DisplayRules rules = new DisplayRules(normalizer, patterns, rewrites, profanity);
    if (tested && mistakes.isEmpty()) {
      tests.forEach(test -> run(test, rules));
    }
    if (!mistakes.isEmpty()) {
      throw new RulesException(mistakes);
    }
    return rules;
  }

  private void take(String line, int number) {
    String bare = line.strip();
    if (bare.startsWith("#")) {
      section = bare.substring(1).strip().toLowerCase(Locale.ROOT);
      if (!List.of("itn", "rewrite", "profanity", "test").contains(section)) {
        throw new IllegalArgumentException(
            "no section is called '" + section + "'; there are itn, rewrite, profanity and test");
      }
      return;
    }
    switch (section) {
      case "itn" -> patterns.add(new ItnPatternReader(bare).read());
      case "rewrite" -> {
        String[] pair = pair(line);
        if (Rewrites.key(pair[0]).isEmpty()) {
          throw new IllegalArgumentException("nothing is rewritten but marks");
        }
        rewrites.add(pair[0], pair[1]);
      }
      case "profanity" -> {
        if (bare.matches(".*[.,?、!:;？。，¿¡।؟،].*")) {
          throw new IllegalArgumentException("profanity has no marks");
        }
        profanity.add(bare.toLowerCase(Locale.ROOT));
      }
      case "test" -> {
        String[] pair = pair(line);
        tests.add(new Test(number, pair[0], pair[1]));
      }
      default ->
          throw new IllegalArgumentException(
              "a section must come first: # itn, # rewrite, # profanity or # test");
    }
  }

  private static String[] pair(String line) {
    String[] pair = line.split("\t", -1);
    if (pair.length != 2 || pair[0].isBlank()) {
      throw new IllegalArgumentException("expected two texts with a tab between them");
    }
    return new String[] {pair[0].strip(), pair[1].strip()};
  }

  /** A test does not care for the case of the first letter and the full stop. */
  private void run(Test test, DisplayRules rules) {
    List<String> words = List.of(test.input().split("\\s+"));
    List<DisplayWord> display = rules.rewrite(rules.itn(words, normalizer.write(words)));
    String got =
        display.stream()
            .map(DisplayWord::text)
            .map(text -> masked(text, rules))
            .collect(Collectors.joining(" "));
    if (!folded(got).equals(folded(test.expected()))) {
      mistake(test.line(), "'%s' gives '%s'".formatted(test.input(), got));
    }
  }

  private static String masked(String text, DisplayRules rules) {
    return rules.profanity().contains(text.toLowerCase(Locale.ROOT))
        ? "*".repeat(text.length())
        : text;
  }

  private static String folded(String text) {
    String bare = text.replaceFirst("[.。]$", "").replaceAll("\\s+", " ");
    return bare.isEmpty()
        ? bare
        : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  private void mistake(int line, @Nullable String what) {
    mistakes.add(name + ":" + line + ": " + what + ".");
  }
}
