// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts where captions break the rules of docs/captions.md. It reads the files as a player does
 * and knows the transcript, but shares no code with what writes captions.
 */
final class CaptionChecker {
  private static final Pattern VOICE = Pattern.compile("<v ([^>]+)>(.*)", Pattern.DOTALL);
  private static final Set<String> ARTICLES =
      Set.of(
          "en a",
          "en an",
          "en the",
          "de der",
          "de die",
          "de das",
          "de ein",
          "de eine",
          "de einen",
          "es el",
          "es la",
          "es los",
          "es las",
          "es un",
          "es una",
          "fr le",
          "fr la",
          "fr les",
          "fr un",
          "fr une",
          "fr des",
          "it il",
          "it lo",
          "it gli",
          "it un",
          "it una",
          "it uno",
          "pt o",
          "pt os",
          "pt um",
          "pt uma");
  private static final Set<String> TITLES = Set.of("Mr.", "Mrs.", "Dr.", "Ms.", "Herr", "Frau");

  private final Transcript transcript;
  private final CaptionOptions options;
  private final List<String> violations = new ArrayList<>();

  /** A caption: its speaker, times and lines. */
  private record Shown(String label, long start, long end, List<String> lines) {}

  /** A spoken word, and where its phrase or a sentence of it ends. */
  private record Spoken(
      String letters, String text, long start, long end, boolean last, String language) {}

  private CaptionChecker(Transcript transcript, CaptionOptions options) {
    this.transcript = transcript;
    this.options = options;
  }

  /** What is wrong with the captions of a transcript; empty if nothing is. */
  static List<String> violations(Transcript transcript, CaptionOptions options) {
    CaptionChecker checker = new CaptionChecker(transcript, options);
    checker.check(
        SrtGrammar.read(SubtitleFile.srt(transcript, options)),
        SubtitleFile.vtt(transcript, options),
        SubtitleFile.karaoke(transcript, options));
    return checker.violations;
  }

  private void check(List<SrtGrammar.Entry> srt, String vtt, String karaoke) {
    List<Shown> cues = voices(vtt, srt);
    for (int i = 0; i < cues.size(); i++) {
      times(cues, i);
      size(srt.get(i));
    }
    words(cues);
    String plain = karaoke.replaceAll("<\\d[^>]*>|</?c>", "");
    if (!plain.equals(vtt)) {
      violations.add("the words with times are other captions");
    }
  }

  /** Speakers from the VTT, which must have the same captions as the SRT. */
  private List<Shown> voices(String vtt, List<SrtGrammar.Entry> srt) {
    String[] blocks = vtt.strip().split("\n\n");
    List<Shown> cues = new ArrayList<>();
    for (int i = 1; i < blocks.length; i++) {
      String[] parts = blocks[i].split("\n", 2);
      Matcher voice = VOICE.matcher(parts[1]);
      boolean named = voice.matches();
      String text = unescaped(named ? voice.group(2) : parts[1]);
      SrtGrammar.Entry entry = srt.get(i - 1);
      cues.add(
          new Shown(
              named ? unescaped(voice.group(1)) : "",
              entry.start(),
              entry.end(),
              List.of(text.split("\n"))));
      String plain = String.join("\n", entry.lines());
      if (!letters(plain).endsWith(letters(text.replaceAll("-{2,}>", "->")))
          || !parts[0].replace('.', ',').startsWith(time(entry.start()))) {
        violations.add("SRT and VTT differ at " + parts[0]);
      }
    }
    if (cues.size() != srt.size()) {
      violations.add(
          String.format(Locale.ROOT, "SRT has %d captions, VTT %d", srt.size(), cues.size()));
    }
    return cues;
  }

  private void times(List<Shown> cues, int i) {
    Shown cue = cues.get(i);
    long length = cue.end() - cue.start();
    if (length > 7000) {
      fault(cue, "lasts " + length + " ms");
    }
    if (cue.end() > transcript.durationMilliseconds() && transcript.durationMilliseconds() > 0) {
      fault(cue, "lasts longer than the audio");
    }
    if (i + 1 == cues.size()) {
      return;
    }
    Shown next = cues.get(i + 1);
    long gap = next.start() - cue.end();
    if (gap > 80 && gap < 500) {
      fault(cue, "flickers for " + gap + " ms");
    }
    if (gap >= 0 && gap < 80 && length > 160) {
      fault(cue, "leaves a gap of " + gap + " ms");
    }
    if (gap >= 500 && length < 833) {
      fault(cue, "lasts only " + length + " ms");
    }
  }

  private void size(SrtGrammar.Entry entry) {
    if (entry.lines().size() > options.lines()) {
      violations.add(entry + " has too many lines");
    }
    String text = String.join(" ", entry.lines());
    int most =
        options.lineLength() > 0
            ? options.lineLength()
            : text.matches("(?s).*[\\u3041-\\u30FF].*")
                ? 26
                : text.matches("(?s).*[가-힣\\u4E00-\\u9FFF].*") ? 32 : 42;
    // A phrase in one script may quote another.
    int limit = options.lineLength() > 0 ? most : mixed(text) ? 42 : most;
    for (String line : entry.lines()) {
      if (columns(line) > limit) {
        violations.add(String.format(Locale.ROOT, "line of %d columns: %s", columns(line), line));
      }
    }
  }

  private static boolean mixed(String text) {
    long wide =
        text.codePoints().filter(each -> each >= 0x1100 && Character.isLetter(each)).count();
    long other =
        text.codePoints().filter(each -> each < 0x1100 && Character.isLetter(each)).count();
    return other > wide;
  }

  /** Follows the words of each speaker through the captions. */
  private void words(List<Shown> cues) {
    Map<String, List<Spoken>> spoken = spoken();
    Map<String, List<Shown>> shown = new HashMap<>();
    cues.forEach(cue -> shown.computeIfAbsent(cue.label(), key -> new ArrayList<>()).add(cue));
    spoken.forEach((label, words) -> follow(words, shown.getOrDefault(label, List.of())));
  }

  private void follow(List<Spoken> words, List<Shown> cues) {
    int at = 0;
    for (Shown cue : cues) {
      String text = letters(String.join("", cue.lines()));
      int first = at;
      while (!text.isEmpty() && at < words.size() && text.startsWith(words.get(at).letters())) {
        text = text.substring(words.get(at).letters().length());
        at++;
      }
      if (!text.isEmpty()) {
        // A word that a script without spaces divides, or one wider than a line.
        return;
      }
      if (at == first) {
        fault(cue, "has no words");
        continue;
      }
      caption(cue, words, first, at);
    }
    if (at < words.size()) {
      violations.add("lost: " + words.get(at));
    }
  }

  private void caption(Shown cue, List<Spoken> words, int first, int end) {
    long begins = words.get(first).start();
    long ends = words.get(end - 1).end();
    boolean timed = begins < ends;
    if (timed && cue.start() < begins - 500) {
      fault(cue, String.format(Locale.ROOT, "begins %d ms before its words", begins - cue.start()));
    }
    if (timed && cue.start() < begins && cue.end() - begins >= 1000) {
      fault(cue, "begins before its words without need");
    }
    if (timed && cue.end() > ends + 1500) {
      fault(cue, String.format(Locale.ROOT, "hangs %d ms after its words", cue.end() - ends));
    }
    for (int i = first; i + 1 < end; i++) {
      long pause = words.get(i + 1).start() - words.get(i).end();
      if (pause > 1500) {
        fault(cue, String.format(Locale.ROOT, "stands through a pause of %d ms", pause));
      }
    }
    if (end < words.size()) {
      boundary(cue, words.get(end - 1), words.get(end), "caption");
      boolean alone =
          end - first == 1
              && !words.get(first).last()
              && (first > 0 && !words.get(first - 1).last());
      boolean apart =
          words.get(end).start() - ends > 700
              && first > 0
              && begins - words.get(first - 1).end() > 700;
      if (alone && !apart && !sentence(words.get(first - 1)) && cue.label().isEmpty()) {
        wide(cue, words.get(first), "is a word alone");
      }
    }
    int at = first;
    for (int line = 0; line + 1 < cue.lines().size(); line++) {
      String text = letters(cue.lines().get(line));
      while (at < end && text.startsWith(words.get(at).letters())) {
        text = text.substring(words.get(at).letters().length());
        at++;
      }
      if (text.isEmpty() && at > first && at < end) {
        boundary(cue, words.get(at - 1), words.get(at), "line");
      }
    }
  }

  private void boundary(Shown cue, Spoken before, Spoken after, String what) {
    if (after.start() - before.end() > 1000 || before.last()) {
      return;
    }
    String word = before.text().toLowerCase(Locale.ROOT);
    if (ARTICLES.contains(before.language() + " " + word) || TITLES.contains(before.text())) {
      if (columns(named(cue) + before.text() + " " + after.text()) <= limit()) {
        fault(cue, "%s ends with %s".formatted(what, before.text()));
      }
    }
  }

  /** A word that alone fills a line may stand alone. */
  private void wide(Shown cue, Spoken word, String what) {
    if (columns(word.text()) < limit()) {
      fault(cue, what);
    }
  }

  private static String named(Shown cue) {
    return cue.label().isEmpty() ? "" : cue.label() + ": ";
  }

  private int limit() {
    return options.lineLength() > 0 ? options.lineLength() : 42;
  }

  private static boolean sentence(Spoken word) {
    return word.last() || word.text().matches(".*[.!?。！？…][\"'”’»)]*");
  }

  private Map<String, List<Spoken>> spoken() {
    Map<String, List<Spoken>> all = new HashMap<>();
    transcript.phrases().stream()
        .sorted(Comparator.comparingLong(Phrase::startMilliseconds))
        .forEach(
            phrase ->
                all.computeIfAbsent(transcript.label(phrase).orElse(""), key -> new ArrayList<>())
                    .addAll(spoken(phrase)));
    return all;
  }

  private List<Spoken> spoken(Phrase phrase) {
    String tag =
        phrase.locale() != null || transcript.provenance() == null
            ? phrase.locale()
            : transcript.provenance().locale();
    String language = tag == null ? "" : tag.replaceFirst("[-,].*", "");
    List<Word> words = phrase.best().displayed();
    String display = letters(phrase.best().display());
    List<Spoken> spoken = new ArrayList<>();
    StringBuilder sum = new StringBuilder();
    String[] tokens = phrase.best().display().strip().split("\\s+");
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      sum.append(letters(word.text()));
      spoken.add(
          new Spoken(
              letters(word.text()),
              tokens.length == words.size() ? tokens[i] : word.text(),
              word.startMilliseconds(),
              word.endMilliseconds(),
              i + 1 == words.size(),
              language));
    }
    spoken.removeIf(word -> word.letters().isEmpty());
    return sum.toString().equals(display)
        ? spoken
        : List.of(
            new Spoken(
                display,
                "",
                phrase.startMilliseconds(),
                phrase.startMilliseconds(),
                true,
                language));
  }

  private void fault(Shown cue, String what) {
    violations.add("%s %s: %s".formatted(time(cue.start()), what, String.join(" | ", cue.lines())));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** Width, counted anew: two for the scripts of East Asia and their marks, none for what joins. */
  private static int columns(String line) {
    return line.codePoints()
        .map(
            each ->
                Character.getType(each) == Character.NON_SPACING_MARK
                        || Character.getType(each) == Character.FORMAT
                        || each >= 0x1160 && each < 0x1200
                    ? 0
                    : each >= 0x1100 && each < 0x1160
                            || each >= 0x2E80 && each < 0xA4D0
                            || each >= 0xAC00 && each < 0xD7A4
                            || each >= 0xFF00 && each < 0xFF61
                            || each >= 0x1F300
                        ? 2
                        : 1)
        .sum();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("\u200F", "");
  }

  private static String time(long milliseconds) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d,%03d",
        milliseconds / 3_600_000,
        milliseconds / 60_000 % 60,
        milliseconds / 1000 % 60,
        milliseconds % 1000);
  }
}
