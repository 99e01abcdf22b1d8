package io.beamscribe.transforms.settings;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.transforms.storage.Sha256;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * All that a run needs to know besides its files.
 *
 * @param modelId id or last part of the address of the model
 * @param locale of the audio, or {@code auto}; what the engine is told is in {@code recognition}
 * @param languageModels models that hear languages in place of the run's, where these are found out
 * @param detectorFolder local folder of the Silero model
 * @param detectorDigest identity of its content
 * @param diarization null where speakers are not to be told apart
 * @param formats to write
 * @param wordLevelTimestamps whether results hold the times of words
 * @param overwrite whether finished files are done again
 * @param run identity of this run, by which it knows its own work again when it is restarted
 * @param sharedModels address where the machines of a job share models; null where they do not
 */
public record TranscriptionSettings(
    OutputLayout output,
    EngineSpec engine,
    String modelId,
    String locale,
    List<LocaleModel> languageModels,
    String detectorFolder,
    String detectorDigest,
    ChannelMode channels,
    ActivityOptions activity,
    RecognitionOptions recognition,
    DiarizationSettings diarization,
    List<TranscriptFormat> formats,
    boolean wordLevelTimestamps,
    boolean overwrite,
    String run,
    String sharedModels)
    implements Serializable {

  /**
   * Version of code and form of results. It goes up with every change that gives other bytes for
   * the same audio, model and options, so that old results are done again.
   */
  public static final String RESULT_VERSION = "3";

  public TranscriptionSettings {
    languageModels = List.copyOf(languageModels);
    formats = List.copyOf(formats);
  }

  /**
   * The same with its models elsewhere.
   *
   * @param place gives the folder of a model for the folder it was in and its digest
   */
  public TranscriptionSettings withModels(BinaryOperator<String> place) {
    return new TranscriptionSettings(
        output,
        engine.in(place.apply(engine.folder(), engine.digest())),
        modelId,
        locale,
        languageModels.stream().map(model -> model.withModel(place)).toList(),
        place.apply(detectorFolder, detectorDigest),
        detectorDigest,
        channels,
        activity,
        recognition,
        diarization == null ? null : diarization.withModels(place),
        formats,
        wordLevelTimestamps,
        overwrite,
        run,
        sharedModels);
  }

  /** Digest of all that changes a result except the audio: not the formats, which can be added. */
  public String digest() {
    String words = wordsDigest();
    return diarization == null ? words : Sha256.of(words + "\n" + diarization.identity());
  }

  private String wordsDigest() {
    return Sha256.of(
        String.join(
            "\n",
            "version=" + RESULT_VERSION,
            "engine=" + engine.engine(),
            "model=" + engine.digest(),
            "modelId=" + modelId,
            "locale=" + locale,
            "languageModels="
                + Json.compact(languageModels.stream().map(Identity::of).toArray(Identity[]::new)),
            "detector=" + detectorDigest,
            "channels=" + channels,
            "activity=" + activity,
            // Not as a string, in which one phrase with a comma looks like two.
            "recognition=" + Json.compact(recognition),
            "wordLevelTimestamps=" + wordLevelTimestamps));
  }

  /** What results depend on of a language's model: not where it lies, nor how it is isolated. */
  private record Identity(String locale, String engine, String model, String digest) {
    static Identity of(LocaleModel model) {
      return new Identity(
          model.locale(), model.engine().engine(), model.modelId(), model.engine().digest());
    }
  }

  /** The model that was named for a locale, else the first that was for its language. */
  public Optional<LocaleModel> languageModel(String tag) {
    Optional<LocaleModel> exact =
        languageModels.stream().filter(model -> model.locale().equalsIgnoreCase(tag)).findFirst();
    return exact.isPresent()
        ? exact
        : languageModels.stream()
            .filter(model -> language(model.locale()).equals(language(tag)))
            .findFirst();
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }

  /** Identity of a result: what must be unchanged for work to be skipped. */
  public String fingerprint(String audioSha256) {
    return Sha256.of(audioSha256 + "\n" + digest());
  }
}
