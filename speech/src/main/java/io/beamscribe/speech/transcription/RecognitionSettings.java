// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How speech is detected and recognised. Immutable.
 *
 * @param modelId id or last part of the address of the model
 * @param locale of the audio, or {@code auto}; the setting of the engine is in {@code options}
 * @param localeModels models that recognise particular languages in place of the run's, if
 *     languages are identified
 * @param detectorFolder local folder of the speech detector's model
 * @param detectorDigest identity of its content
 * @param audioStream which audio stream of files that have several
 * @param wordLevelTimestamps whether results include the times of words
 * @param punctuator writes marks to the words of engines that write none; null if none does
 * @param fileModels models for locales that are known of single files, where they are others than
 *     {@code engine}; nothing depends on them but the settings {@linkplain #of of such a file}
 */
public record RecognitionSettings(
    EngineSpec engine,
    String modelId,
    String locale,
    List<LocaleModel> localeModels,
    String detectorFolder,
    String detectorDigest,
    ChannelMode channels,
    AudioStreamChoice audioStream,
    ActivityOptions activity,
    RecognitionOptions options,
    boolean wordLevelTimestamps,
    @Nullable EngineSpec punctuator,
    List<LocaleModel> fileModels)
    implements Serializable {
  public RecognitionSettings {
    localeModels = List.copyOf(localeModels);
    fileModels = List.copyOf(fileModels);
  }

  /** Settings of files of which no other locale is known. */
  public RecognitionSettings(
      EngineSpec engine,
      String modelId,
      String locale,
      List<LocaleModel> localeModels,
      String detectorFolder,
      String detectorDigest,
      ChannelMode channels,
      AudioStreamChoice audioStream,
      ActivityOptions activity,
      RecognitionOptions options,
      boolean wordLevelTimestamps,
      @Nullable EngineSpec punctuator) {
    this(
        engine,
        modelId,
        locale,
        localeModels,
        detectorFolder,
        detectorDigest,
        channels,
        audioStream,
        activity,
        options,
        wordLevelTimestamps,
        punctuator,
        List.of());
  }

  /** The settings of one file, as flags would give them. */
  RecognitionSettings of(FileChoice choice) {
    RecognitionOptions favouring =
        options.withPhrases(
            Stream.concat(options.phrases().stream(), choice.phrases().stream())
                .distinct()
                .toList());
    String spoken = choice.locale();
    if (spoken == null) {
      return with(engine, modelId, locale, localeModels, favouring);
    }
    Optional<LocaleModel> own =
        fileModels.stream().filter(model -> model.locale().equals(spoken)).findFirst();
    return with(
        own.map(LocaleModel::engine).orElse(engine),
        own.map(LocaleModel::modelId).orElse(modelId),
        spoken,
        List.of(),
        favouring.withLanguage(SpokenLanguage.fixed(spoken)));
  }

  private RecognitionSettings with(
      EngineSpec with,
      String model,
      String spoken,
      List<LocaleModel> models,
      RecognitionOptions chosen) {
    return new RecognitionSettings(
        with,
        model,
        spoken,
        models,
        detectorFolder,
        detectorDigest,
        channels,
        audioStream,
        with.engine().equals(engine.engine()) ? activity : activity(with.engine()),
        chosen,
        wordLevelTimestamps,
        punctuator);
  }

  private static ActivityOptions activity(String engine) {
    try {
      return EngineProvider.named(engine).activity();
    } catch (SpeechException e) {
      throw new IllegalStateException(e); // its model was found by it
    }
  }

  /** The model named for a locale, else the first for its language. */
  Optional<LocaleModel> localeModel(String tag) {
    Optional<LocaleModel> exact =
        localeModels.stream().filter(model -> model.locale().equalsIgnoreCase(tag)).findFirst();
    return exact.isPresent()
        ? exact
        : localeModels.stream()
            .filter(model -> language(model.locale()).equals(language(tag)))
            .findFirst();
  }

  /** The engine that recognises a locale. */
  EngineSpec engine(String tag) {
    return localeModel(tag).map(LocaleModel::engine).orElse(engine);
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }

  /** A copy with its models in other folders. */
  RecognitionSettings withModels(BinaryOperator<String> place) {
    return new RecognitionSettings(
        engine.in(place.apply(engine.folder(), engine.digest())),
        modelId,
        locale,
        localeModels.stream().map(model -> model.withModel(place)).toList(),
        place.apply(detectorFolder, detectorDigest),
        detectorDigest,
        channels,
        audioStream,
        activity,
        options,
        wordLevelTimestamps,
        punctuator == null
            ? null
            : punctuator.in(place.apply(punctuator.folder(), punctuator.digest())),
        fileModels.stream().map(model -> model.withModel(place)).toList());
  }
}
