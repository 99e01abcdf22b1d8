// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import io.beamscribe.speech.datasets.AudioData;
import io.beamscribe.speech.datasets.LanguageText;
import io.beamscribe.speech.datasets.MarkdownText;
import io.beamscribe.speech.languagemodel.Progress;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.store.ModelPackage;
import io.beamscribe.speech.recognition.whisper.AdaptedText;
import io.beamscribe.speech.recognition.whisper.adaptation.LearntText;
import io.beamscribe.speech.recognition.whisper.adaptation.TextLearning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a custom model of a Whisper model, whose graphs stay as they are: beside them lies what its
 * search is to favour. The package points to the base.
 */
final class WhisperAdaptation {
  static final String ENGINE = "whisper";

  private final Model base;
  private final AdaptationOptions options;
  private final Progress progress;
  private final DataSources sources = new DataSources();

  WhisperAdaptation(Model base, AdaptationOptions options, Progress progress) {
    this.base = base;
    this.options = options;
    this.progress = progress;
  }

  ModelCard make(AdaptationData data, Path folder) throws ModelException, IOException {
    if (!data.pronunciation().isEmpty()) {
      throw new ModelException(
          "Whisper models take no pronunciations: they spell what they hear. Put the words into"
              + " sentences of the text.");
    }
    if (options.mostBytes().isPresent()) {
      throw new ModelException("What Whisper models learn is small: it takes no size.");
    }
    if (AdaptedText.isIn(base.folder())) {
      throw new ModelException(
          base.id() + " is adapted already; adapt what it was made of, to all the text at once.");
    }
    progress.begins("Reading " + base.id() + ".");
    Path content = Files.createDirectories(ModelPackage.content(folder));
    try (TextLearning learning = new TextLearning(base.folder(), options.locale())) {
      progress.begins("Reading the text.");
      read(data, (line, times) -> add(learning, line, times));
      progress.begins("Weighing what was read.");
      LearntText learnt = learning.write(options.weight(), content);
      ModelPackage.putOn(base, folder);
      ModelPackage.seal(
          folder,
          options.id(),
          base.engine(),
          List.of(options.locale()),
          base.licence(),
          "adapted from " + base.id());
      ModelCard card = card(learnt);
      card.write(folder.resolve(ModelCard.FILE));
      return card;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private interface Lines {
    void take(String line, double times);
  }

  private void add(TextLearning learning, String line, double times) {
    progress.check();
    try {
      learning.add(line, times);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(AdaptationData data, Lines taker) throws IOException, ModelException {
    for (Path file : data.text()) {
      sources.add(file, LanguageText.read(file, line -> taker.take(line, 1)));
    }
    for (Path file : data.markdown()) {
      sources.add(
          file,
          MarkdownText.read(
              file, versions -> versions.forEach(line -> taker.take(line, 1.0 / versions.size()))));
    }
    for (Path file : data.acoustic()) {
      sources.add(
          file, AudioData.acoustic(file, (name, transcript, length) -> taker.take(transcript, 1)));
    }
    sources.requireLines();
  }

  private ModelCard card(LearntText learnt) {
    return new ModelCard(
        options.id(),
        options.locale(),
        base.id(),
        base.digest(),
        base.licence().name(),
        sources.all(),
        learnt.weight(),
        learnt.chosen(),
        learnt.sentences(),
        learnt.words(),
        ModelCard.rounded(learnt.perplexityBefore()),
        ModelCard.rounded(learnt.perplexityAfter()),
        null,
        learnt.favoured(),
        List.of(),
        List.of());
  }
}
