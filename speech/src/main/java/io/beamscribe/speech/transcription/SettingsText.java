// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.activity.BlockOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Settings as the text behind fingerprints, every key written out: a fingerprint must outlive the
 * names of classes and components. Folders of models and isolation are left out, since results do
 * not depend on them.
 *
 * <p>To add a setting, add a line of its own that is left out while the setting has its default, so
 * that finished work stays finished.
 */
final class SettingsText {
  private SettingsText() {}

  static String of(RecognitionSettings settings) {
    return String.join(
        "\n",
        "engine=" + settings.engine().engine(),
        "model=" + settings.engine().digest(),
        "modelId=" + settings.modelId(),
        "locale=" + settings.locale(),
        "languageModels="
            + Json.compact(settings.localeModels().stream().map(SettingsText::members).toList()),
        "detector=" + settings.detectorDigest(),
        "channels=" + settings.channels().name() + of(settings.audioStream()),
        "activity=" + of(settings.activity()),
        // As JSON: in a plain list, one phrase with a comma would look like two.
        "recognition=" + Json.compact(members(settings.options())),
        "wordLevelTimestamps="
            + settings.wordLevelTimestamps()
            + punctuator(settings.punctuator())
            + biasing(settings)
            + (uses("vosk", settings) ? "\nvoskChunk=24" : ""));
  }

  /** How an engine favours phrases in its search, where it does so in another way than at first. */
  private static String biasing(RecognitionSettings settings) {
    return uses("whisper", settings) && !settings.options().phrases().isEmpty()
        ? "\nbiasing=tree"
        : "";
  }

  private static boolean uses(String engine, RecognitionSettings settings) {
    return Stream.concat(
            Stream.of(settings.engine()), settings.localeModels().stream().map(LocaleModel::engine))
        .anyMatch(each -> each.engine().equals(engine));
  }

  private static String punctuator(@Nullable EngineSpec engine) {
    // 2: frames of the encoder are joined in pairs
    return engine == null ? "" : "\npunctuator=" + engine.engine() + " " + engine.digest() + " 2";
  }

  private static String of(AudioStreamChoice stream) {
    return stream.isDefault() ? "" : "\naudioStream=" + stream.text();
  }

  private static String of(ActivityOptions activity) {
    return "ActivityOptions[%s]"
        .formatted(
            String.join(
                ", ",
                "onset=" + activity.onset(),
                "offset=" + activity.offset(),
                "minimumSpeech=" + activity.minimumSpeech(),
                "pause=" + activity.pause(),
                "padding=" + activity.padding(),
                "longest=" + activity.longest(),
                "blocks=" + of(activity.blocks())));
  }

  private static String of(BlockOptions blocks) {
    return "BlockOptions[longest=%s, unit=%s, reach=%s]"
        .formatted(blocks.longest(), blocks.unit(), blocks.reach());
  }

  private static Map<String, Object> members(LocaleModel model) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("locale", model.locale());
    members.put("engine", model.engine().engine());
    members.put("model", model.modelId());
    members.put("digest", model.engine().digest());
    return members;
  }

  private static Map<String, Object> members(RecognitionOptions options) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("alternatives", options.alternatives());
    members.put("language", members(options.language()));
    members.put("task", options.task().name());
    members.put("phrases", options.phrases());
    members.put("beam", options.beam());
    return members;
  }

  private static Map<String, Object> members(SpokenLanguage language) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("mode", language.mode().name());
    members.put("locales", language.locales());
    return members;
  }

  static String of(DiarizationSettings settings) {
    SpeakerOptions speakers = settings.speakers();
    return "%s %s %s-%s%s%s"
        .formatted(
            settings.segmentationDigest(),
            settings.voicesDigest(),
            speakers.minSpeakers(),
            speakers.maxSpeakers(),
            settings.keepEmbeddings() ? " kept" : "",
            settings.known() == null
                ? ""
                : " known " + DigestUtils.sha256Hex(of(settings.known())));
  }

  private static String of(KnownVoices known) {
    List<Map<String, Object>> voices =
        known.voices().stream()
            .map(
                voice -> {
                  Map<String, Object> members = new LinkedHashMap<>();
                  members.put("name", voice.name());
                  members.put("model", voice.model());
                  members.put("seconds", voice.seconds());
                  if (voice.print() != null) {
                    members.put("print", voice.print());
                  }
                  return members;
                })
            .toList();
    return Json.compact(Map.of("voices", voices));
  }
}
