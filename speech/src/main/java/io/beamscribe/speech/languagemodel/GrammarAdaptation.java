// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import io.beamscribe.speech.temporary.TemporaryFolder;
import io.beamscribe.speech.text.spellout.TextTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Adapts an n-gram language model to a text: {@code Gr.fst} of a Vosk model in either of the
 * OpenFst types that these come in. The text is written in the words of the model, counted,
 * smoothed (see {@link KneserNey}) and interpolated with the model. The same input gives the same
 * bytes. Not thread-safe.
 */
public final class GrammarAdaptation implements AutoCloseable {
  /** Weights to choose from. More than these changes what else is said, see docs. */
  private static final double[] SHARES = {.02, .05, .1, .15, .2};

  /** Of texts too short for lines to be held out. */
  private static final double USUAL = .2;

  /** Longer sequences are too rare in a user's text. */
  private static final int LONGEST = 4;

  private final TemporaryFolder work;
  private final BaseModel base;
  private final TextTokens tokens;
  private final Segmenter segmenter;
  private final Progress progress;
  private final Map<List<String>, List<String>> spoken = new HashMap<>();
  private int longestSpoken;
  private final WordClasses classes = new WordClasses();
  private final List<List<Segmenter.Version>> sentences = new ArrayList<>();
  private final Map<String, Integer> unsayable = new TreeMap<>();

  private GrammarAdaptation(
      TemporaryFolder work, BaseModel base, String locale, Progress progress) {
    this.work = work;
    this.base = base;
    this.progress = progress;
    this.tokens = new TextTokens(locale);
    this.segmenter = new Segmenter(base);
  }

  /**
   * Reads the model.
   *
   * @param grammar its {@code Gr.fst}
   * @param locale of the texts, BCP 47
   * @throws UnsupportedFormatException if it is none of the types that can be adapted
   */
  public static GrammarAdaptation of(Path grammar, String locale, Progress progress)
      throws IOException {
    TemporaryFolder work = TemporaryFolder.create("grammar");
    try {
      Path file = grammar;
      if (NgramFst.isNgram(grammar)) {
        file = work.path().resolve("const");
        ConstFstWriter.write(NgramFst.open(grammar), file);
      }
      return new GrammarAdaptation(work, new BaseModel(ConstFst.open(file)), locale, progress);
    } catch (IOException | RuntimeException e) {
      work.close();
      throw e;
    }
  }

  /**
   * How words are said that are written otherwise; before text is added.
   *
   * @param display as written, one word or several
   * @param said in words that are known to the model
   * @return how the model says it; empty if it cannot
   */
  public List<String> pronounce(String display, String said) {
    List<String> written = WordClasses.folded(tokens.words(display));
    List<String> words = tokens.words(said);
    if (written.isEmpty() || words.isEmpty() || !words.stream().allMatch(segmenter::says)) {
      return List.of();
    }
    spoken.put(written, words);
    longestSpoken = Math.max(longestSpoken, written.size());
    return names(segmenter.parts(words, word -> {}));
  }

  private List<String> names(List<int[]> parts) {
    List<String> names = new ArrayList<>();
    for (int[] part : parts) {
      for (int word : part) {
        if (word != ConstFst.BEGIN && word != base.end()) {
          names.add(base.fst().symbols().name(word));
        }
      }
    }
    return names;
  }

  /**
   * Adds a list of which any item may stand where another does; before text is added.
   *
   * @param items each of one word or several
   */
  public void addClass(List<String> items) {
    classes.add(items.stream().map(tokens::words).toList());
  }

  /**
   * Adds a line of text. Where an item of a list stands in it, half of its count is shared by other
   * items of that list.
   *
   * @throws CancellationException if the work is not wanted any more
   */
  public void add(String line) {
    progress.check();
    for (List<String> sentence : tokens.sentences(line)) {
      List<int[]> own = parts(sentence, word -> unsayable.merge(word, 1, Integer::sum));
      List<List<int[]>> others =
          classes.versions(sentence).stream()
              .map(version -> parts(version, word -> {}))
              .filter(parts -> !parts.isEmpty())
              .toList();
      List<Segmenter.Version> versions = new ArrayList<>();
      if (!own.isEmpty()) {
        versions.add(new Segmenter.Version(own, others.isEmpty() ? 1 : .5));
        others.forEach(parts -> versions.add(new Segmenter.Version(parts, .5 / others.size())));
        sentences.add(versions);
      }
    }
  }

  /**
   * Adds a line of which one version is said, each as likely as another: a sentence with each item
   * of a list.
   *
   * @throws CancellationException if the work is not wanted any more
   */
  public void addVersions(List<String> lines) {
    Set<String> unknown = new TreeSet<>();
    List<List<int[]>> all = new ArrayList<>();
    for (String line : lines) {
      progress.check();
      List<int[]> parts = new ArrayList<>();
      for (List<String> sentence : tokens.sentences(line)) {
        parts.addAll(parts(sentence, unknown::add));
      }
      if (!parts.isEmpty()) {
        all.add(parts);
      }
    }
    unknown.forEach(word -> unsayable.merge(word, 1, Integer::sum));
    if (!all.isEmpty()) {
      sentences.add(
          all.stream().map(parts -> new Segmenter.Version(parts, 1. / all.size())).toList());
    }
  }

  private List<int[]> parts(List<String> sentence, Segmenter.Unsayable without) {
    return segmenter.parts(said(sentence), without);
  }

  /** With the spoken form of the longest written one at each place. */
  private List<String> said(List<String> words) {
    if (spoken.isEmpty()) {
      return words;
    }
    List<String> folded = WordClasses.folded(words);
    List<String> said = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(longestSpoken, words.size() - at);
      while (length > 0 && !spoken.containsKey(folded.subList(at, at + length))) {
        length--;
      }
      said.addAll(
          length == 0
              ? List.of(words.get(at))
              : spoken.getOrDefault(folded.subList(at, at + length), List.of()));
      at += Math.max(1, length);
    }
    return said;
  }

  /**
   * Writes the adapted model, in OpenFst's type {@code const}.
   *
   * @param percent weight of the text where nothing was said before, above 0 and below 100; chosen
   *     on lines held out if empty
   * @param mostBytes size of the file, which the rarest sequences are left out for; nothing is if
   *     this is not reached, and nothing but sequences ever is
   * @param file to be written; must not exist
   * @throws CancellationException if the work is not wanted any more
   */
  public AdaptedGrammar write(OptionalDouble percent, long mostBytes, Path file)
      throws IOException {
    int order = Math.min(LONGEST, base.fst().deepest() + 1);
    progress.begins("Choosing the weight of the text.");
    HeldOutLines held = new HeldOutLines(base, sentences, order, progress);
    double share = percent.isPresent() ? percent.getAsDouble() / 100 : USUAL;
    double before = Double.NaN;
    double after = Double.NaN;
    if (held.suffice()) {
      double[] shares = percent.isPresent() ? new double[] {share} : SHARES;
      double[] perplexities = held.perplexities(shares);
      int best = 0;
      for (int i = 1; i < shares.length; i++) {
        best = perplexities[i + 1] < perplexities[best + 1] ? i : best;
      }
      share = shares[best];
      before = perplexities[0];
      after = perplexities[best + 1];
    }
    progress.begins("Mixing the models.");
    NgramCounts counts = new NgramCounts(order);
    double words = 0;
    for (List<Segmenter.Version> versions : sentences) {
      for (Segmenter.Version version : versions) {
        version.count(counts);
        words += version.share() * version.parts().stream().mapToInt(part -> part.length - 1).sum();
      }
    }
    KneserNey text = new KneserNey(counts, base);
    MixtureWeights weights = new MixtureWeights(base, text, share);
    Mixture mixture = Pruning.to(mostBytes, base, text, weights, progress);
    progress.begins("Writing the model.");
    MixtureWriter.write(mixture, file, progress);
    return new AdaptedGrammar(
        100 * share,
        percent.isEmpty() && held.suffice(),
        sentences.size(),
        Math.round(words),
        before,
        after,
        mixture.states() - base.fst().states(),
        Files.size(file),
        unsayable());
  }

  private List<UnsayableWord> unsayable() {
    SoundAlikes alikes = new SoundAlikes(base);
    return unsayable.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(each -> new UnsayableWord(each.getKey(), each.getValue(), alikes.of(each.getKey())))
        .toList();
  }

  @Override
  public void close() throws IOException {
    work.close();
  }
}
