// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.service.recognition.FastRequest;
import io.beamscribe.service.recognition.FastTranscriber;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Form;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Printable;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Transcribes a file while the caller waits. Thread-safe. */
final class FastTranscriptions {
  private static final long MOST_2024 = 200L << 20;
  private static final long MOST_2025 = 250L << 20;
  private static final List<String> PROFANITY = List.of("None", "Removed", "Tags", "Masked");

  private final Creation creation;
  private final Tools tools;
  private final FastTranscriber transcriber;
  private final ModelFolders models;

  FastTranscriptions(Creation creation, FastTranscriber transcriber, ModelFolders models) {
    this.creation = creation;
    this.tools = creation.tools();
    this.transcriber = transcriber;
    this.models = models;
  }

  void transcribe(Call call) throws IOException {
    long most = call.version() == ApiVersion.D2024_11_15 ? MOST_2024 : MOST_2025;
    Form form = Form.of(call, tools.folder(), most);
    Optional<Path> upload = form.file("audio");
    try {
      Input definition =
          form.text("definition")
              .filter(text -> !text.isBlank())
              .map(text -> Input.of(text.getBytes(StandardCharsets.UTF_8)))
              .orElseGet(() -> Input.of("{}".getBytes(StandardCharsets.UTF_8)));
      FastRequest request = request(call, definition);
      if (upload.isEmpty()) {
        upload = Optional.of(download(definition, most));
      }
      Transcript transcript = transcriber.transcribe(upload.get(), request);
      call.answer(200, document(transcript));
    } finally {
      if (upload.isPresent()) {
        Files.deleteIfExists(upload.get());
      }
    }
  }

  private Path download(Input definition, long most) throws IOException {
    String url =
        definition
            .text("audioUrl")
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "EmptyRequest", "audio", "Give a file in audio, or its audioUrl."));
    Path file = tools.folder().temporary();
    try {
      URI address = GuardedClient.web(url);
      tools.client().download(address, file, most);
      return file;
    } catch (IllegalArgumentException | IOException e) {
      Files.deleteIfExists(file);
      throw ApiException.invalid(
          "InvalidRecordingsUri", "audioUrl", "audioUrl cannot be read: " + e.getMessage());
    }
  }

  private FastRequest request(Call call, Input definition) {
    List<String> locales = definition.texts("locales");
    for (String locale : locales) {
      if (!tools.base().recognizes(locale)) {
        throw ApiException.invalid(
            "InvalidLocale", "locales", "No model recognises " + Printable.of(locale) + ".");
      }
    }
    List<Integer> channels = definition.integers("channels");
    if (channels.size() > 2 || channels.stream().anyMatch(each -> each < 0 || each > 1)) {
      throw ApiException.invalid("InvalidChannels", "channels", "channels are 0 and 1.");
    }
    int speakers =
        definition
            .object("diarization")
            .filter(asked -> asked.flag("enabled", true))
            .map(asked -> asked.integer("maxSpeakers", 2, 35).orElse(35))
            .orElse(0);
    if (speakers > 0 && channels.size() > 1) {
      throw ApiException.invalid("InvalidChannels", "channels", "Two channels cannot be diarized.");
    }
    ProfanityMode profanity =
        ProfanityMode.valueOf(
            definition
                .oneOf("profanityFilterMode", PROFANITY)
                .orElse("Masked")
                .toUpperCase(java.util.Locale.ROOT));
    List<String> phrases =
        definition.object("phraseList").map(list -> list.texts("phrases")).orElse(List.of());
    return new FastRequest(
        locales,
        model(call, definition, locales),
        channels.isEmpty() ? ChannelMode.MIX : ChannelMode.SPLIT,
        speakers,
        profanity,
        phrases);
  }

  private Optional<String> model(Call call, Input definition, List<String> locales) {
    return locales.size() != 1
        ? Optional.empty()
        : definition
            .object("models")
            .flatMap(mapping -> mapping.text(locales.get(0)))
            .map(url -> creation.model(call, "models", Input.idOf(url)))
            .flatMap(models::of);
  }

  private static ObjectNode document(Transcript transcript) {
    ObjectNode document = Jsons.object();
    boolean channels = transcript.channels().size() > 1;
    document.put("durationMilliseconds", transcript.durationMilliseconds());
    ArrayNode combined = document.putArray("combinedPhrases");
    for (int channel : transcript.channels()) {
      ObjectNode all = combined.addObject();
      if (channels) {
        all.put("channel", channel);
      }
      all.put(
          "text",
          transcript.phrases().stream()
              .filter(phrase -> phrase.channel() == channel)
              .map(phrase -> phrase.best().display())
              .collect(Collectors.joining(" ")));
    }
    ArrayNode phrases = document.putArray("phrases");
    transcript.phrases().forEach(phrase -> phrase(phrases.addObject(), phrase, channels));
    return document;
  }

  private static void phrase(ObjectNode document, Phrase phrase, boolean channels) {
    Reading best = phrase.best();
    if (channels) {
      document.put("channel", phrase.channel());
    }
    Integer speaker = phrase.speaker();
    if (speaker != null) {
      document.put("speaker", speaker - 1); // from 0 on here, in the results of batches from 1 on
    }
    time(document, phrase.startMilliseconds(), phrase.endMilliseconds());
    document.put("text", best.display());
    ArrayNode words = document.putArray("words");
    for (Word word : best.displayed()) {
      ObjectNode one = words.addObject().put("text", word.text());
      time(one, word.startMilliseconds(), word.endMilliseconds());
    }
    if (phrase.locale() != null) {
      document.put("locale", phrase.locale());
    }
    document.put("confidence", best.confidence());
  }

  private static void time(ObjectNode document, long start, long end) {
    document.put("offsetMilliseconds", start).put("durationMilliseconds", end - start);
  }
}
