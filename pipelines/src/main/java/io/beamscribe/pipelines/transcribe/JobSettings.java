// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.LocaleModel;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates the settings of a job from its options and models. */
final class JobSettings {
  private JobSettings() {}

  static TranscriptionSettings of(
      TranscribeOptions options,
      LanguagePlan plan,
      TranscriptionModels models,
      List<String> phrases) {
    return new TranscriptionSettings(
        new RunSettings(
            UUID.randomUUID().toString(),
            new OutputLayout(options.getOutput(), StorageSettings.of(options)),
            options.getFormats().stream().map(TranscriptFormat::parse).distinct().sorted().toList(),
            options.isOverwrite()),
        new ResultSettings(
            recognition(options, plan, models, phrases), diarization(options, models)),
        options.getModelStore());
  }

  private static RecognitionSettings recognition(
      TranscribeOptions options,
      LanguagePlan plan,
      TranscriptionModels models,
      List<String> phrases) {
    Model speech = models.speech();
    return new RecognitionSettings(
        engine(speech, options),
        speech.id(),
        models.locale(),
        models.languages().entrySet().stream()
            .map(
                entry ->
                    new LocaleModel(
                        entry.getKey(), engine(entry.getValue(), options), entry.getValue().id()))
            .toList(),
        models.detector().folder().toString(),
        models.detector().digest(),
        options.getChannels(),
        activity(speech.engine()),
        new RecognitionOptions(
            options.getAlternatives(),
            plan.spoken(models.locale()),
            options.getTask(),
            phrases,
            options.getBeam()),
        options.isWordLevelTimestamps());
  }

  private static @Nullable DiarizationSettings diarization(
      TranscribeOptions options, TranscriptionModels models) {
    return options.isDiarization()
        ? DiarizationSettings.of(
            requireNonNull(models.segmentation()),
            requireNonNull(models.voices()),
            new SpeakerOptions(options.getMinSpeakers(), options.getMaxSpeakers()),
            models.known(),
            options.isKeepEmbeddings())
        : null;
  }

  private static ActivityOptions activity(String engine) {
    try {
      return EngineProvider.named(engine).activity();
    } catch (SpeechException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static EngineSpec engine(Model model, TranscribeOptions options) {
    return new EngineSpec(
        model.engine(), model.folder().toString(), model.digest(), options.getIsolation());
  }
}
