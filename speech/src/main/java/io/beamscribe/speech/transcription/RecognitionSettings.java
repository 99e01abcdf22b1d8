// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.RecognitionOptions;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
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
    @Nullable EngineSpec punctuator)
    implements Serializable {
  public RecognitionSettings {
    localeModels = List.copyOf(localeModels);
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
            : punctuator.in(place.apply(punctuator.folder(), punctuator.digest())));
  }
}
