// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import io.beamscribe.speech.datasets.AudioData;
import io.beamscribe.speech.datasets.LanguageText;
import io.beamscribe.speech.datasets.MarkdownText;
import io.beamscribe.speech.datasets.Pronunciations;
import io.beamscribe.speech.languagemodel.AdaptedGrammar;
import io.beamscribe.speech.languagemodel.GrammarAdaptation;
import io.beamscribe.speech.languagemodel.Progress;
import io.beamscribe.speech.languagemodel.SpokenWord;
import io.beamscribe.speech.languagemodel.UnsupportedFormatException;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.store.Manifest;
import io.beamscribe.speech.models.store.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Makes a custom model of a Vosk model: its language model adapted to text, everything else copied,
 * or of a {@linkplain WhisperAdaptation Whisper model}; in a folder as {@link ModelPackage}
 * describes, with a {@link ModelCard}. The same data, base and options give the same bytes. Not
 * thread-safe; does one adaptation.
 */
public final class Adaptation {
  private static final String GRAMMAR = "Gr.fst";

  private final Model base;
  private final AdaptationOptions options;
  private final Progress progress;
  private final DataSources sources = new DataSources();
  private final List<SpokenWord> spoken = new ArrayList<>();

  /**
   * @param base on this machine
   */
  public Adaptation(Model base, AdaptationOptions options, Progress progress) {
    this.base = base;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Makes the model.
   *
   * @param folder to be filled; must be empty or missing. What it holds after a failure is of no
   *     use
   * @throws ModelException if the base cannot be adapted, or the data says nothing
   * @throws CancellationException if the progress asked for it
   */
  public ModelCard make(AdaptationData data, Path folder) throws ModelException, IOException {
    if (base.engine().equals(WhisperAdaptation.ENGINE)) {
      return new WhisperAdaptation(base, options, progress).make(data, folder);
    }
    Path grammar = grammar();
    progress.begins("Reading " + base.id() + ".");
    Path content = Files.createDirectories(ModelPackage.content(folder));
    try (GrammarAdaptation adaptation = GrammarAdaptation.of(grammar, options.locale(), progress)) {
      read(data, adaptation);
      Path own = content.resolve(base.folder().relativize(grammar).toString());
      Files.createDirectories(own.getParent());
      long most = options.mostBytes().orElse(Files.size(grammar) / 10 * 11);
      AdaptedGrammar adapted = adaptation.write(options.weight(), most, own);
      progress.begins("Copying the rest of " + base.id() + ".");
      copy(content, own);
      DisplayedWords.write(content, spoken);
      ModelPackage.seal(
          folder,
          options.id(),
          base.engine(),
          List.of(options.locale()),
          base.licence(),
          "adapted from " + base.id());
      ModelCard card = card(adapted);
      card.write(folder.resolve(ModelCard.FILE));
      return card;
    } catch (UnsupportedFormatException e) {
      throw new ModelException(
          "The language model of " + base.id() + " cannot be adapted: " + e.getMessage() + ".", e);
    }
  }

  private Path grammar() throws ModelException {
    Optional<Path> found =
        List.of(base.folder().resolve("graph").resolve(GRAMMAR), base.folder().resolve(GRAMMAR))
            .stream()
            .filter(Files::isRegularFile)
            .findFirst();
    return found.orElseThrow(
        () ->
            new ModelException(
                base.id()
                    + " has no language model of its own (Gr.fst): "
                    + (base.engine().equals("vosk")
                        ? "it is built into the graph of large Vosk models; take a small one."
                        : "only Vosk models with one can be adapted to text.")));
  }

  private void read(AdaptationData data, GrammarAdaptation adaptation)
      throws IOException, ModelException {
    for (Path file : data.pronunciation()) {
      sources.add(
          file, Pronunciations.read(file, (written, said) -> say(adaptation, written, said)));
    }
    progress.begins("Reading the text.");
    // first, as items of its lists are looked for in the others
    for (Path file : data.markdown()) {
      sources.add(file, MarkdownText.read(file, classes(adaptation)));
    }
    for (Path file : data.text()) {
      sources.add(file, LanguageText.read(file, adaptation::add));
    }
    for (Path file : data.acoustic()) {
      sources.add(
          file, AudioData.acoustic(file, (name, transcript, length) -> adaptation.add(transcript)));
    }
    sources.requireLines();
  }

  private static MarkdownText.Taker classes(GrammarAdaptation adaptation) {
    return new MarkdownText.Taker() {
      @Override
      public void list(List<String> items) {
        adaptation.addClass(items);
      }

      @Override
      public void sentence(List<String> versions) {
        adaptation.addVersions(versions);
      }
    };
  }

  private Optional<String> say(GrammarAdaptation adaptation, String written, String said) {
    List<String> words = adaptation.pronounce(written, said);
    if (words.isEmpty()) {
      return Optional.of(base.id() + " does not know the words of the spoken form.");
    }
    spoken.add(new SpokenWord(written, words));
    return Optional.empty();
  }

  private void copy(Path content, Path grammar) throws IOException {
    Manifest.each(
        base.folder(),
        content,
        (file, copy) -> {
          progress.check();
          if (!copy.equals(grammar)
              && !DisplayedWords.isFile(content.relativize(copy).toString())) {
            Files.copy(file, copy);
          }
        });
  }

  private ModelCard card(AdaptedGrammar adapted) {
    return new ModelCard(
        options.id(),
        options.locale(),
        base.id(),
        base.digest(),
        base.licence().name(),
        sources.all(),
        adapted.weight(),
        adapted.chosen(),
        adapted.sentences(),
        adapted.words(),
        ModelCard.rounded(adapted.perplexityBefore()),
        ModelCard.rounded(adapted.perplexityAfter()),
        null,
        adapted.addedContexts(),
        adapted.unsayable(),
        spoken);
  }
}
