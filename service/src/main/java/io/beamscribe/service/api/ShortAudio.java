// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.service.recognition.AssessedJson;
import io.beamscribe.service.recognition.FastAssessor;
import io.beamscribe.service.recognition.FastRequest;
import io.beamscribe.service.recognition.FastTranscriber;
import io.beamscribe.service.recognition.SessionLogs;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Printable;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.pronunciation.AssessmentJson;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.text.JoinedPhrases;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises an utterance in the body of a request, or assesses it. Thread-safe. */
public final class ShortAudio {
  private static final long MOST = 32L << 20;
  private static final int LONGEST_SECONDS = 60;
  private static final int TICKS = 10_000;
  private static final String PRONUNCIATION = "Pronunciation-Assessment";

  private final Tools tools;
  private final FastTranscriber transcriber;
  private final FastAssessor assessor;
  private final ModelFolders models;
  private final SessionLogs logs;

  public ShortAudio(
      Tools tools,
      FastTranscriber transcriber,
      FastAssessor assessor,
      ModelFolders models,
      SessionLogs logs) {
    this.tools = tools;
    this.transcriber = transcriber;
    this.assessor = assessor;
    this.models = models;
    this.logs = logs;
  }

  /** Answers a request. */
  public void recognize(Call call) throws IOException {
    Optional<Entity> endpoint = endpoint(call);
    String locale = endpoint.map(Entity::locale).orElseGet(() -> call.query("language"));
    if (locale.isEmpty()) {
      throw ApiException.invalidParameter("language", "The parameter language is required.");
    }
    if (!tools.base().recognizes(locale)) {
      throw ApiException.invalid(
          "InvalidLocale", "language", "No model recognises " + Printable.of(locale) + ".");
    }
    ProfanityMode profanity =
        switch (call.query("profanity").toLowerCase(Locale.ROOT)) {
          case "raw" -> ProfanityMode.NONE;
          case "removed" -> ProfanityMode.REMOVED;
          default -> ProfanityMode.MASKED;
        };
    FastRequest request =
        new FastRequest(
            List.of(locale),
            endpoint.flatMap(each -> each.reference("model")).flatMap(models::of),
            ChannelMode.MIX,
            0,
            profanity,
            List.of());
    Optional<PronunciationOptions> pronunciation = pronunciation(call);
    Path file = body(call);
    try {
      call.answer(
          200,
          pronunciation.isPresent()
              ? assessed(file, request, endpoint, pronunciation.get())
              : recognized(file, request, endpoint, call));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Optional<PronunciationOptions> pronunciation(Call call) {
    String header = call.http().header(PRONUNCIATION);
    try {
      return header == null || header.isBlank()
          ? Optional.empty()
          : Optional.of(PronunciationOptions.header(header));
    } catch (IllegalArgumentException e) {
      throw ApiException.invalidParameter(PRONUNCIATION, String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode recognized(
      Path file, FastRequest request, Optional<Entity> endpoint, Call call) {
    Transcript transcript = transcriber.transcribe(file, request);
    if (transcript.durationMilliseconds() > (LONGEST_SECONDS + 1) * 1000) {
      throw ApiException.invalid("InvalidPayload", null, "The audio is longer than 60 seconds.");
    }
    endpoint.ifPresent(each -> logs.keep(each, file, transcript.phrases()));
    boolean words = call.query("wordLevelTimestamps").equalsIgnoreCase("true");
    boolean detailed = call.query("format").equalsIgnoreCase("detailed") || words;
    return document(transcript.phrases(), transcript.durationMilliseconds(), detailed, words);
  }

  private ObjectNode assessed(
      Path file, FastRequest request, Optional<Entity> endpoint, PronunciationOptions options) {
    FastAssessor.Result found = assessor.assess(file, request, options, LONGEST_SECONDS);
    endpoint.ifPresent(each -> logs.keep(each, file, found.phrases()));
    ObjectNode document = document(found.phrases(), found.durationMilliseconds(), true, true);
    if (!found.phrases().isEmpty()) {
      AssessedJson.add(AssessmentJson.shortAudio(found.assessment(), options), document);
    }
    return document;
  }

  private Optional<Entity> endpoint(Call call) {
    String cid = call.query("cid");
    return cid.isEmpty()
        ? Optional.empty()
        : Optional.of(
            models
                .endpoint(call.caller().owner(), cid)
                .orElseThrow(
                    () -> ApiException.invalidParameter("cid", "There is no such endpoint.")));
  }

  private Path body(Call call) throws IOException {
    Path file = tools.folder().temporary();
    try (InputStream in = call.http().req().getInputStream();
        var out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        size += count;
        if (size > MOST) {
          throw ApiException.tooLarge("The audio is too long.");
        }
        out.write(buffer, 0, count);
      }
      if (size == 0) {
        throw ApiException.invalid("EmptyRequest", null, "The request has no audio.");
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * @param duration of the audio in milliseconds
   */
  private static ObjectNode document(
      List<Phrase> phrases, long duration, boolean detailed, boolean words) {
    ObjectNode document = Jsons.object();
    if (phrases.isEmpty()) {
      document.put("RecognitionStatus", "InitialSilenceTimeout");
      document.put("Offset", duration * TICKS).put("Duration", 0);
      return document;
    }
    long start = phrases.get(0).startMilliseconds();
    long end = phrases.get(phrases.size() - 1).endMilliseconds();
    document.put("RecognitionStatus", "Success");
    document.put("Offset", start * TICKS).put("Duration", (end - start) * TICKS);
    Reading all = JoinedPhrases.of(phrases).best();
    document.put("DisplayText", all.display());
    if (detailed) {
      ObjectNode best = document.putArray("NBest").addObject();
      best.put("Confidence", all.confidence());
      best.put("Lexical", all.lexical()).put("ITN", all.itn());
      best.put("MaskedITN", all.maskedItn()).put("Display", all.display());
      if (words) {
        ArrayNode timed = best.putArray("Words");
        for (Word word : all.words()) {
          timed
              .addObject()
              .put("Word", word.text())
              .put("Offset", word.startMilliseconds() * TICKS)
              .put("Duration", (word.endMilliseconds() - word.startMilliseconds()) * TICKS)
              .put("Confidence", word.confidence());
        }
      }
    }
    return document;
  }
}
