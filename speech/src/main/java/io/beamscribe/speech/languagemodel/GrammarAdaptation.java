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
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
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
  private final List<List<int[]>> sentences = new ArrayList<>();
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
    List<String> written = folded(tokens.words(display));
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

  private static List<String> folded(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * Adds a line of text.
   *
   * @throws CancellationException if the work is not wanted any more
   */
  public void add(String line) {
    progress.check();
    for (List<String> sentence : tokens.sentences(line)) {
      List<int[]> parts =
          segmenter.parts(said(sentence), word -> unsayable.merge(word, 1, Integer::sum));
      if (!parts.isEmpty()) {
        sentences.add(parts);
      }
    }
  }

  /** With the spoken form of the longest written one at each place. */
  private List<String> said(List<String> words) {
    if (spoken.isEmpty()) {
      return words;
    }
    List<String> folded = folded(words);
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
    long words = 0;
    for (List<int[]> sentence : sentences) {
      for (int[] part : sentence) {
        counts.add(part);
        words += part.length - 1L;
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
        words,
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
