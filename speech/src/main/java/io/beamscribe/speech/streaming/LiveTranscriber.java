// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.pronunciation.PronunciationAssessor;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.pronunciation.ReadAloud;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.speakers.block.VoiceEmbedder;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcription.AudioTools;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The model, the speech detector and the settings that live sessions share. Sessions must be closed
 * before it. Thread-safe.
 */
public final class LiveTranscriber implements AutoCloseable {
  private final RecognitionSettings settings;
  private final boolean verbatim;

  /** Whether the engine says what is final while an utterance goes on. */
  private final boolean tellsEarly;

  private final AudioTools tools;
  private final @Nullable VoiceEmbedder embedder;
  private final Lease<Engine> engine;

  /**
   * Loads what sessions need.
   *
   * @param results with models on this machine; with diarization, phrases have speakers
   * @throws SpeechException if the engine cannot be loaded
   */
  public LiveTranscriber(ResultSettings results) throws SpeechException {
    this.settings = results.recognition();
    Set<EngineAbility> abilities = EngineProvider.named(settings.engine().engine()).abilities();
    this.verbatim = !abilities.contains(EngineAbility.WRITES_FOR_READERS);
    this.tellsEarly = abilities.contains(EngineAbility.STREAMS);
    this.tools = AudioTools.lease(settings);
    boolean leased = false;
    try {
      DiarizationSettings diarization = results.diarization();
      this.embedder = diarization == null ? null : tools.embedder(diarization);
      this.engine = Engines.shared().lease(settings.engine());
      leased = true;
    } finally {
      if (!leased) {
        tools.close();
      }
    }
  }

  /**
   * Begins a session.
   *
   * @param phrases to favour, besides those of the settings
   * @param text how phrases are written
   */
  public LiveSession open(
      List<String> phrases, EndPointing ends, TextOptions text, LiveListener listener)
      throws SpeechException {
    RecognitionOptions options = options(phrases);
    return open(() -> engine.value().stream(options, ends.hurried()), ends, text, listener);
  }

  /**
   * Begins a session in one language, which its first utterance tells, where the settings leave it
   * to be identified.
   *
   * @param phrases to favour, besides those of the settings
   * @param text how phrases are written
   */
  public LiveSession openAtStart(
      List<String> phrases, EndPointing ends, TextOptions text, LiveListener listener)
      throws SpeechException {
    RecognitionOptions options = options(phrases);
    if (options.language().known().isPresent()) {
      return open(phrases, ends, text, listener);
    }
    FirstLanguage streams =
        new FirstLanguage(
            options.language(),
            language -> engine.value().stream(options.withLanguage(language), ends.hurried()));
    return open(streams, ends, text, listener);
  }

  /**
   * Begins a session that translates into English, and tells what was spoken as well.
   *
   * @param phrases to favour in what was spoken, besides those of the settings
   * @param text how phrases are written
   */
  public LiveSession translate(
      List<String> phrases, EndPointing ends, TextOptions text, LiveListener listener)
      throws SpeechException {
    RecognitionOptions options = options(phrases);
    WritingListener writer = writing(text, listener);
    return open(
        () ->
            new TranslatedStream(
                engine.value().stream(settings.options().withTask(Task.TRANSLATE), false),
                engine.value().finals(options.withTask(Task.TRANSCRIBE)),
                writer::spoken),
        ends,
        writer);
  }

  private RecognitionOptions options(List<String> phrases) {
    RecognitionOptions options = settings.options();
    return phrases.isEmpty()
        ? options
        : options.withPhrases(Stream.concat(options.phrases().stream(), phrases.stream()).toList());
  }

  /**
   * Begins a session that assesses how each utterance was pronounced.
   *
   * @param single whether the reference is read in one utterance, the first: what is not in it was
   *     left out then
   * @param text how phrases are written
   */
  public LiveSession assess(
      PronunciationOptions pronunciation,
      boolean single,
      EndPointing ends,
      TextOptions text,
      LiveListener listener)
      throws SpeechException {
    ReadAloud reading =
        new PronunciationAssessor(engine.value(), settings.engine().engine())
            .read(settings.locale(), pronunciation);
    return open(
        () ->
            new AssessedStream(
                () -> engine.value().stream(settings.options(), false),
                utterance -> reading.next(utterance, single),
                listener::assessed),
        ends,
        text,
        listener);
  }

  private LiveSession open(
      LiveSession.Recognizers streams, EndPointing ends, TextOptions text, LiveListener listener)
      throws SpeechException {
    return open(streams, ends, writing(text, listener));
  }

  private WritingListener writing(TextOptions text, LiveListener listener) {
    return new WritingListener(text, settings.locale(), verbatim, listener);
  }

  private LiveSession open(
      LiveSession.Recognizers streams, EndPointing ends, WritingListener listener)
      throws SpeechException {
    ActivityOptions activity = settings.activity();
    return new LiveSession(
        tools.detector(),
        activity,
        tellsEarly ? ends.unhurried() : ends,
        streams,
        embedder == null ? PhraseSpeakers.UNKNOWN : new LiveSpeakers(embedder),
        0,
        listener);
  }

  @Override
  public void close() {
    engine.close();
    tools.close();
  }
}
