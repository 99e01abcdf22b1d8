// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.models.CallerSettings;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.pronunciation.AssessedSpeech;
import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.pronunciation.PronunciationAssessor;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.text.forms.PhraseForms;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcription.RecognitionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Assesses the pronunciation of files while the caller waits. Engines that were used last stay
 * loaded. Thread-safe.
 */
public final class FastAssessor implements AutoCloseable {
  private static final int MOST_KEPT = 2;

  private final CallerSettings callers;
  private final Places places;
  private final Leases<EngineSpec, Lease<Engine>> engines =
      new Leases<>(Retention.upTo(MOST_KEPT, engine -> 1), Lease::close);

  /**
   * What was said in a file, and how.
   *
   * @param phrases in the forms that were asked for
   * @param durationMilliseconds of the file
   */
  public record Result(List<Phrase> phrases, Assessment assessment, long durationMilliseconds) {
    public Result {
      phrases = List.copyOf(phrases);
    }
  }

  public FastAssessor(CallerSettings callers, Places places) {
    this.callers = callers;
    this.places = places;
  }

  /**
   * Assesses a file.
   *
   * @param request of one locale
   * @param longest in seconds: longer audio is refused
   * @throws ApiException if the request or the audio is to blame, or too many wait
   */
  public Result assess(Path file, FastRequest request, PronunciationOptions options, int longest) {
    return places.work(() -> assess(samples(file, longest), request, options));
  }

  private Result assess(float[] samples, FastRequest request, PronunciationOptions options)
      throws SpeechException, ModelException {
    String locale = request.locales().get(0);
    RecognitionSettings settings =
        callers
            .of(
                request.locales(),
                request.model().or(() -> PronunciationAssessor.model(locale)),
                Task.TRANSCRIBE,
                // what a process of its own made of the audio cannot be shown here
                builder -> builder.isolation(Isolation.NONE))
            .recognition();
    try (Lease<Lease<Engine>> engine = lease(settings.engine())) {
      String name = settings.engine().engine();
      AssessedSpeech assessed =
          new PronunciationAssessor(engine.value().value(), name)
              .read(locale, options)
              .whole(samples);
      return new Result(
          written(assessed.phrases(), request, name),
          assessed.assessment(),
          samples.length * 1000L / SampleRange.RATE);
    }
  }

  private static List<Phrase> written(List<Phrase> phrases, FastRequest request, String name)
      throws SpeechException {
    PhraseForms forms =
        new PhraseForms(
            TextOptions.DEFAULT.withProfanity(
                new ProfanityOptions(request.profanity(), List.of(), List.of())));
    boolean verbatim =
        !EngineProvider.named(name).abilities().contains(EngineAbility.WRITES_FOR_READERS);
    String locale = request.locales().get(0);
    return phrases.stream().map(phrase -> forms.write(phrase, locale, verbatim, 0, false)).toList();
  }

  private Lease<Lease<Engine>> lease(EngineSpec spec) throws SpeechException {
    try {
      return engines.acquire(spec, () -> Engines.shared().lease(spec));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SpeechException known) {
        throw new SpeechException(known.kind(), known.getMessage(), known);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable("The service stops.");
    }
  }

  private static float[] samples(Path file, int longest) throws SpeechException, IOException {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(Places.source(file))) {
      List<Track> tracks = audio.profile(ChannelMode.MIX).tracks();
      if (tracks.isEmpty()) {
        return new float[0];
      }
      float[] samples =
          audio.read(tracks.get(0), new SampleRange(0, (longest + 1) * SampleRange.RATE + 1));
      if (samples.length > (longest + 1) * SampleRange.RATE) {
        throw ApiException.invalid(
            "InvalidPayload", null, "The audio is longer than " + longest + " seconds.");
      }
      return samples;
    }
  }

  @Override
  public void close() {
    engines.close();
  }
}
