// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.adapt;

import io.beamscribe.pipelines.evaluate.EvaluateJob;
import io.beamscribe.pipelines.evaluate.EvaluateOptions;
import io.beamscribe.pipelines.evaluate.EvaluationReport;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.speech.adaptation.Adaptation;
import io.beamscribe.speech.adaptation.AdaptationData;
import io.beamscribe.speech.adaptation.AdaptationOptions;
import io.beamscribe.speech.adaptation.HeldOutErrors;
import io.beamscribe.speech.datasets.HeldOutAudio;
import io.beamscribe.speech.languagemodel.Progress;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument;
import io.beamscribe.speech.scoring.evaluation.Figures;
import io.beamscribe.speech.scoring.normalization.Normalizer;
import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.util.construction.PipelineOptionsTranslation;

/** Transcribes audio with transcripts, with a base model and with one adapted to other data. */
@Internal
public final class HeldOutTrial {
  private final AdaptOptions options;
  private final Model base;
  private final AdaptationOptions wanted;
  private final ModelListener listener;

  /**
   * @param options whose base is the model's
   * @param wanted how it is adapted
   */
  public HeldOutTrial(
      AdaptOptions options, Model base, AdaptationOptions wanted, ModelListener listener) {
    this.options = options;
    this.base = base;
    this.wanted = wanted;
    this.listener = listener;
  }

  /**
   * The errors in each half of the acoustic data, by the base and by a model that is made of all
   * data but this half.
   *
   * @return empty if there is too little of it
   */
  public Optional<HeldOutErrors> ofHalves(AdaptationData data)
      throws IOException, ModelException, UsageException, JobException {
    try (TemporaryFolder work = TemporaryFolder.create("halves")) {
      HeldOutAudio audio = HeldOutAudio.divide(data.acoustic(), work.path());
      if (!audio.suffices()) {
        return Optional.empty();
      }
      HeldOutErrors errors = HeldOutErrors.NONE;
      for (int half = 0; half < 2; half++) {
        Path folder = Files.createDirectories(work.path().resolve("without-" + half));
        Path model = folder.resolve("adapted");
        new Adaptation(base, wanted, Progress.NONE).make(without(half, audio, data, folder), model);
        errors = errors.plus(of(List.of(audio.references(half).toString()), model));
      }
      return Optional.of(errors);
    }
  }

  private static AdaptationData without(
      int half, HeldOutAudio audio, AdaptationData data, Path folder) throws IOException {
    List<Path> text = new ArrayList<>();
    text.add(folder.resolve("transcripts.txt"));
    audio.writeOthers(half, text.get(0));
    for (Path each : data.text()) {
      Path own = folder.resolve("text-" + text.size() + ".txt");
      if (audio.writeWithout(half, each, own)) {
        text.add(own);
      }
    }
    return new AdaptationData(text, data.markdown(), List.of(), data.pronunciation());
  }

  /** The errors in audio that the data knows nothing of. */
  public HeldOutErrors of(List<String> references, Path adapted)
      throws IOException, UsageException, JobException {
    try (TemporaryFolder work = TemporaryFolder.create("trial")) {
      EvaluateOptions evaluate =
          PipelineOptionsTranslation.fromProto(PipelineOptionsTranslation.toProto(options))
              .as(EvaluateOptions.class);
      evaluate.setReferences(references);
      evaluate.setModel(options.getBase());
      evaluate.setModel2(adapted.toString());
      evaluate.setLocale(wanted.locale());
      evaluate.setNormalizer(Normalizer.LOCALE);
      evaluate.setOutput(work.path().resolve("scores").toString());
      JobHandle<EvaluationReport> job = EvaluateJob.submit(evaluate, listener);
      job.await();
      return errors(job.result().document());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException("The model was not measured: interrupted.", e);
    }
  }

  private static HeldOutErrors errors(EvaluationDocument document) {
    Figures before = document.models().get(0).total();
    Figures after = document.models().get(1).total();
    return new HeldOutErrors(
        before.sentenceCount(),
        before.wordCount(),
        wordErrors(before),
        wordErrors(after),
        before.characterCount(),
        characterErrors(before),
        characterErrors(after));
  }

  private static long wordErrors(Figures figures) {
    return figures.wordSubstitutionCount()
        + figures.wordDeletionCount()
        + figures.wordInsertionCount();
  }

  private static long characterErrors(Figures figures) {
    return figures.characterSubstitutionCount()
        + figures.characterDeletionCount()
        + figures.characterInsertionCount();
  }
}
