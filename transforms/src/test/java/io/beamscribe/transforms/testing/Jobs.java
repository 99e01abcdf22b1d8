// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.testing;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.LocaleModel;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Assumptions;

/** Settings on real models, and audio, for tests of transforms. */
public final class Jobs {
  private Jobs() {}

  /** Settings of a run with the Korean model in this JVM. */
  public static TranscriptionSettings settings(Path output, boolean overwrite) {
    Model speech = model("vosk-small-ko");
    Model detector = model("silero-vad");
    return new TranscriptionSettings(
        new RunSettings(
            UUID.randomUUID().toString(),
            new OutputLayout(output.toString()),
            List.of(TranscriptFormat.JSON, TranscriptFormat.TXT),
            overwrite),
        new ResultSettings(
            new RecognitionSettings(
                engine(speech),
                speech.id(),
                "ko-KR",
                List.of(),
                detector.folder().toString(),
                detector.digest(),
                ChannelMode.AUTO,
                AudioStreamChoice.DEFAULT,
                ActivityOptions.DEFAULT,
                RecognitionOptions.of(SpokenLanguage.fixed("ko-KR")),
                true,
                null),
            null,
            TextOptions.DEFAULT));
  }

  /**
   * Settings of a run that identifies languages, on an engine that takes loud speech for the first
   * candidate.
   */
  public static TranscriptionSettings identifying(
      Path output, SpokenLanguage language, List<LocaleModel> languageModels) {
    return identifying(output, "main", language, languageModels);
  }

  public static TranscriptionSettings identifying(
      Path output, String model, SpokenLanguage language, List<LocaleModel> languageModels) {
    return identifying(output, loudness(model), model, language, languageModels);
  }

  /** Settings of a run that identifies languages with a real model. */
  public static TranscriptionSettings identifyingWithWhisper(
      Path output, SpokenLanguage language, List<LocaleModel> languageModels) {
    return identifying(output, engine("whisper-base"), "whisper-base", language, languageModels);
  }

  /** Settings of a run that diarizes real speakers, on an engine whose words do not matter. */
  public static TranscriptionSettings diarizing(
      Path output, SpokenLanguage language, SpeakerOptions speakers) {
    return diarizing(output, language, speakers, null);
  }

  /**
   * Settings of a run that identifies them as well.
   *
   * @param known null to leave them unidentified
   */
  public static TranscriptionSettings diarizing(
      Path output, SpokenLanguage language, SpeakerOptions speakers, KnownVoices known) {
    DiarizationSettings diarization =
        DiarizationSettings.of(
            model("pyannote-segmentation-3"), model("campplus"), speakers, known, true);
    return settings(output, loudness("main"), "main", language, List.of(), diarization);
  }

  /** Settings of a run that diarizes real speakers, on a real engine. */
  public static TranscriptionSettings diarizingWithWhisper(Path output) {
    return settings(
        output,
        engine("whisper-base"),
        "whisper-base",
        SpokenLanguage.fixed("en-US"),
        List.of(),
        diarizing(output, SpokenLanguage.fixed("en-US"), SpeakerOptions.ANY)
            .results()
            .diarization());
  }

  private static TranscriptionSettings identifying(
      Path output,
      EngineSpec engine,
      String model,
      SpokenLanguage language,
      List<LocaleModel> languageModels) {
    return settings(output, engine, model, language, languageModels, null);
  }

  private static TranscriptionSettings settings(
      Path output,
      EngineSpec engine,
      String model,
      SpokenLanguage language,
      List<LocaleModel> languageModels,
      DiarizationSettings diarization) {
    Model detector = model("silero-vad");
    return new TranscriptionSettings(
        new RunSettings(
            UUID.randomUUID().toString(),
            new OutputLayout(output.toString()),
            List.of(TranscriptFormat.JSON),
            false),
        new ResultSettings(
            new RecognitionSettings(
                engine,
                model,
                "auto",
                languageModels,
                detector.folder().toString(),
                detector.digest(),
                ChannelMode.AUTO,
                AudioStreamChoice.DEFAULT,
                "whisper".equals(engine.engine())
                    ? ActivityOptions.CERTAIN
                    : ActivityOptions.DEFAULT,
                RecognitionOptions.of(language),
                true,
                null),
            diarization,
            TextOptions.DEFAULT));
  }

  public static EngineSpec engine(String id) {
    return engine(model(id));
  }

  private static EngineSpec engine(Model model) {
    return new EngineSpec(
        model.engine(), model.folder().toString(), model.digest(), Isolation.NONE);
  }

  public static EngineSpec loudness(String model) {
    return new EngineSpec("loudness", model, "digest of " + model, Isolation.NONE);
  }

  private static Model model(String id) {
    try {
      return new ModelStore(Catalogue.builtIn(), ModelStore.defaultRoot(), ModelListener.SILENT)
          .pull(id);
    } catch (ModelException e) {
      return Assumptions.abort(e.getMessage());
    }
  }

  /** Runs a batch over files or folders to its end. */
  public static void run(TranscriptionSettings settings, Path... inputs) {
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(
        Transcribe.batch(Arrays.stream(inputs).map(Path::toString).toList(), settings, 0));
    pipeline.run().waitUntilFinish();
  }

  /** The stored transcript of a file. */
  public static Transcript transcript(Path output, String source) throws Exception {
    return TranscriptJson.read(
        Files.readAllBytes(output.resolve("transcripts").resolve(source + ".json")));
  }

  /** A clip of testdata, copied under a name. */
  public static Path clip(String clip, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    return Files.copy(Path.of("..", "testdata", "speech", clip), to);
  }

  /** A file as a listing gives it. */
  public static AudioFile listed(Path file) throws IOException {
    AudioFile known = new AudioFile(file.toString(), file.getFileName().toString(), -1, "", true);
    try {
      return VersionCheck.now(known, StorageSettings.NONE).orElseThrow();
    } catch (SpeechException e) {
      throw new IOException(e);
    }
  }
}
