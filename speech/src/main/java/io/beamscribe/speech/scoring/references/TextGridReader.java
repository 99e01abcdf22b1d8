// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import io.beamscribe.speech.scoring.conversations.TimedWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Praat's TextGrid, long or short: a tier of phrases for each speaker, named after the speaker, and
 * perhaps one of words, named {@code words}, or so after the speaker. Tiers of phones and of points
 * are left out.
 */
final class TextGridReader {
  /** Numbers and texts are all that counts in either form; the long one has labels around them. */
  private static final Pattern VALUES =
      Pattern.compile("\"((?:[^\"]|\"\")*)\"|(?<![\\w.\\[])-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?");

  private static final Pattern PHONES =
      Pattern.compile("(.*[\\s_-])?(phones?|phonemes?|syllables?)");
  private static final Pattern WORDS = Pattern.compile("(.*[\\s_-])?(words?)");

  private TextGridReader() {}

  private record Span(double start, double end, String text) {}

  static References read(String file, String content) {
    References.Builder all = new References.Builder();
    Map<String, List<Span>> tiers = new LinkedHashMap<>();
    try {
      read(content, tiers);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      all.bad(1, file, "The file is no TextGrid, or has no end.");
      return all.build();
    }
    Map<String, List<Span>> words = new LinkedHashMap<>();
    Map<String, List<Span>> phrases = new LinkedHashMap<>();
    tiers.forEach(
        (name, spans) -> {
          String plain = name.toLowerCase(Locale.ROOT);
          if (WORDS.matcher(plain).matches()) {
            words.put(name.replaceFirst("(?i)[\\s_-]?words?$", ""), spans);
          } else if (!PHONES.matcher(plain).matches()) {
            phrases.put(name, spans);
          }
        });
    words.forEach((name, spans) -> phrases.putIfAbsent(isAlone(name, phrases), spans));
    boolean several = phrases.size() > 1;
    phrases.forEach(
        (name, spans) -> {
          String speaker = several || !isGeneric(name) ? name : "";
          List<Span> own = words.getOrDefault(name, words.getOrDefault("", List.of()));
          for (Span span : spans) {
            all.add(utterance(file, speaker, span, own));
          }
        });
    if (phrases.values().stream().allMatch(List::isEmpty)) {
      all.bad(1, file, "The file has no interval with a text.");
    }
    return all.build();
  }

  /** A tier of words whose phrases are there already is no second one. */
  private static String isAlone(String name, Map<String, List<Span>> phrases) {
    return name.isEmpty() && !phrases.isEmpty() ? phrases.keySet().iterator().next() : name;
  }

  private static boolean isGeneric(String name) {
    return name.isBlank()
        || name.toLowerCase(Locale.ROOT)
            .matches(
                "phrases?|utterances?|sentences?" + "|text|transcript(ion)?|orthography|orth?");
  }

  private static Utterance utterance(String file, String speaker, Span span, List<Span> words) {
    List<TimedWord> within = new ArrayList<>();
    for (Span word : words) {
      double middle = (word.start + word.end) / 2;
      if (middle >= span.start && middle < span.end) {
        within.add(new TimedWord(word.text, word.start, word.end));
      }
    }
    return new Utterance(file, -1, speaker, "", span.start, span.end, span.text, within);
  }

  private static void read(String content, Map<String, List<Span>> tiers) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUES.matcher(content);
    while (value.find()) {
      values.add(
          value.group(1) == null ? value.group() : "\"" + value.group(1).replace("\"\"", "\""));
    }
    int at = values.indexOf("\"TextGrid") + 1;
    if (at == 0) {
      throw new IndexOutOfBoundsException();
    }
    at += 2;
    int count = Integer.parseInt(values.get(at++));
    for (int tier = 0; tier < count; tier++) {
      String kind = values.get(at).substring(1);
      String name = values.get(at + 1).substring(1);
      int size = Integer.parseInt(values.get(at + 4));
      at += 5;
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        if (kind.equals("IntervalTier")) {
          String text = values.get(at + 2).substring(1).strip();
          if (!text.isEmpty()) {
            spans.add(
                new Span(
                    Double.parseDouble(values.get(at)),
                    Double.parseDouble(values.get(at + 1)),
                    text));
          }
          at += 3;
        } else {
          at += 2;
        }
      }
      if (kind.equals("IntervalTier")) {
        tiers.put(name, spans);
      }
    }
  }
}
