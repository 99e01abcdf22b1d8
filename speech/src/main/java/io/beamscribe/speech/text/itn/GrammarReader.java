// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spelling;
import io.beamscribe.speech.text.spoken.Trie;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a grammar file; docs/text.md describes its format. */
final class GrammarReader implements PatternReader.Symbols {
  private static final BigInteger MOST = BigInteger.TEN.pow(36);

  private final NumberWords numbers = new NumberWords();
  private final Map<String, NumberWords> otherNumbers = new HashMap<>();
  private final Map<String, WordList> lists = new HashMap<>();
  private final Map<String, Rules> rules = new LinkedHashMap<>();
  private final Map<String, Symbol> builtIn = new HashMap<>();
  private final Set<String> defined = new LinkedHashSet<>();
  private final IdentityHashMap<Symbol, List<Pattern>> patterns = new IdentityHashMap<>();
  private final List<Grammar.Written> written = new ArrayList<>();
  private final WordList kept = new WordList();
  private final Set<String> endings = new LinkedHashSet<>();
  private String section = "";
  private boolean divisible;

  /** The grammar of a language, if there is one. */
  static @Nullable Grammar ofLanguage(String language) {
    try (InputStream file = GrammarReader.class.getResourceAsStream(language + ".itn")) {
      if (file == null) {
        return null;
      }
      GrammarReader reader = new GrammarReader();
      reader.read(language + ".itn", file);
      return reader.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String name, InputStream file) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        try {
          take(text);
        } catch (GrammarException | NumberFormatException e) {
          throw new GrammarException(name, number, String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private void take(String line) throws IOException {
    if (line.startsWith("[") && line.endsWith("]") && !line.contains("=")) {
      section = line.substring(1, line.length() - 1).strip();
      return;
    }
    if (line.startsWith("include ")) {
      include(line.substring(8).strip());
      return;
    }
    switch (section) {
      case "" -> setting(line);
      case "numbers" -> numbers.take(line);
      case "rules" -> rule(line);
      case "write" -> write(line);
      case "keep" -> Spellings.of(line).forEach(each -> kept.add(each, ""));
      case "endings" -> Spellings.of(line).forEach(each -> endings.add(Spelling.of(each)));
      default -> {
        if (section.startsWith("numbers ")) {
          otherNumbers
              .computeIfAbsent(section.substring(8).strip(), each -> new NumberWords())
              .take(line);
        } else {
          item(section.replaceFirst("^list\\s+", ""), line);
        }
      }
    }
  }

  private void setting(String line) {
    if (line.equals("divisible")) {
      divisible = true;
    } else {
      throw new GrammarException("unknown setting: " + line);
    }
  }

  private void include(String name) throws IOException {
    try (InputStream file = GrammarReader.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new GrammarException("no file " + name);
      }
      read(name, file);
    }
  }

  private void item(String list, String line) {
    int equals = line.lastIndexOf('=');
    if (equals < 0) {
      throw new GrammarException("no = in " + line);
    }
    String text = line.substring(equals + 1).strip();
    for (String spoken : Spellings.of(line.substring(0, equals))) {
      list(list).add(spoken, text);
    }
  }

  private WordList list(String name) {
    return lists.computeIfAbsent(name, each -> new WordList());
  }

  private void rule(String line) {
    int equals = line.indexOf('=');
    int arrow = line.lastIndexOf("=>");
    if (equals < 0 || arrow <= equals) {
      throw new GrammarException("a rule is NAME = PATTERN => TEXT");
    }
    String name = line.substring(0, equals).strip();
    Pattern pattern = new PatternReader(line.substring(equals + 1, arrow).strip(), this).read();
    Template template = new Template(line.substring(arrow + 2).strip());
    for (String hole : template.names()) {
      if (!line.substring(equals, arrow).matches(".*<" + hole + "[=(>].*")) {
        throw new GrammarException("nothing is found as {" + hole + "}");
      }
    }
    defined.add(name);
    Rules named = rules.computeIfAbsent(name, each -> new Rules());
    named.add(pattern, template);
    patterns.computeIfAbsent(named, each -> new ArrayList<>()).add(pattern);
  }

  private void write(String line) {
    String[] parts = line.split("\\s+");
    if (parts.length != 2 && !(parts.length == 4 && parts[2].equals("if"))) {
      throw new GrammarException("expected NAME COST or NAME COST if WORD");
    }
    written.add(
        new Grammar.Written(
            get(parts[0], List.of()),
            Integer.parseInt(parts[1]),
            parts.length == 4 ? Spelling.of(parts[3]) : ""));
  }

  @Override
  public Symbol get(String name, List<String> arguments) {
    return switch (name) {
      case "int", "hundredfold", "thousandfold", "ord", "ordm", "ordf", "ordp" ->
          number(name, numbers.numbers(), arguments);
      case "ords" -> number(name, numbers.denominators(), arguments);
      case "digits" -> digits(name, arguments, list(name).words());
      case "figures" -> digits(name, arguments, figures());
      case "word", "letter" ->
          builtIn.computeIfAbsent(name, each -> new PlainWord(name.equals("letter")));
      default -> {
        NumberWords others = otherNumbers.get(name);
        if (others != null) {
          yield number(name, others.numbers(), arguments);
        }
        if (lists.containsKey(name)) {
          yield arguments.isEmpty() ? list(name) : digits(name, arguments, list(name).words());
        }
        yield rules.computeIfAbsent(name, each -> new Rules());
      }
    };
  }

  private Symbol digits(String name, List<String> arguments, Trie<String> words) {
    return builtIn.computeIfAbsent(
        name + arguments,
        each ->
            new DigitString(
                words,
                bound(arguments, 0, BigInteger.ONE).intValue(),
                bound(arguments, 1, BigInteger.valueOf(40)).intValue()));
  }

  private Symbol number(String name, Numbers words, List<String> arguments) {
    return builtIn.computeIfAbsent(
        name + arguments,
        each ->
            new NumberSymbol(
                words,
                switch (name) {
                  case "ord", "ords" -> NumberSymbol.Kind.ORDINAL;
                  case "ordm" -> NumberSymbol.Kind.MASCULINE;
                  case "ordf" -> NumberSymbol.Kind.FEMININE;
                  case "ordp" -> NumberSymbol.Kind.PLURAL;
                  default -> NumberSymbol.Kind.CARDINAL;
                },
                bound(arguments, 0, BigInteger.ZERO),
                bound(arguments, 1, MOST),
                unit(name)));
  }

  /** Digits, and numbers that stand for two or three of them. */
  private Trie<String> figures() {
    Trie<String> figures = new Trie<>();
    list("digits").words().each((key, all) -> all.forEach(each -> figures.put(key, each)));
    numbers
        .trie()
        .each(
            (key, words) -> {
              for (NumberWord word : words) {
                int value = word.value().min(BigInteger.valueOf(1000)).intValue();
                boolean pair = value >= 10 && value < 100;
                boolean hundreds =
                    value == 800 || value == 900; // numbers that cost nothing, or much
                if (word.kind() == NumberWord.Kind.GROUP && (pair || hundreds)) {
                  figures.put(key, String.valueOf(value));
                }
              }
            });
    return figures;
  }

  private static BigInteger bound(List<String> arguments, int place, BigInteger otherwise) {
    return place < arguments.size() ? new BigInteger(arguments.get(place)) : otherwise;
  }

  private Grammar finish() {
    for (String name : rules.keySet()) {
      if (!defined.contains(name)) {
        throw new GrammarException("no list and no rule is called " + name);
      }
    }
    StartsFinder starts = new StartsFinder(patterns, otherNumbers.values());
    for (int i = 0; i < written.size(); i++) {
      if (written.get(i).sign().isEmpty()) {
        starts.add(written.get(i).symbol(), 1L << i);
      }
    }
    return new Grammar(
        divisible,
        Set.copyOf(endings),
        List.copyOf(written),
        kept,
        starts.starts(numbers.trie()),
        List.of(get("int", List.of()), get("digits", List.of("1", "3"))));
  }

  /** What numbers must be a multiple of. */
  private static BigInteger unit(String name) {
    return switch (name) {
      case "hundredfold" -> BigInteger.valueOf(100);
      case "thousandfold" -> BigInteger.valueOf(1000);
      default -> BigInteger.ONE;
    };
  }
}
