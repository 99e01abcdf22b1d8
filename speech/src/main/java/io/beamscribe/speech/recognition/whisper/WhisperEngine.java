// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Effort;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Examination;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * One Whisper model. Thread-safe: each call has a {@link WindowTranscriber} of its own, which may
 * be reused from an earlier call; no state carries over.
 */
final class WhisperEngine implements Engine {
  private final WhisperModel model;
  private final @Nullable AdaptedText adapted;
  private final Queue<WindowTranscriber> idle = new ConcurrentLinkedQueue<>();

  /** Calls share it, and closing waits for them. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  /**
   * @param adapted the text that the model is adapted to; null for none
   */
  WhisperEngine(WhisperModel model, @Nullable AdaptedText adapted) {
    this.model = model;
    this.adapted = adapted;
  }

  @Override
  public Recognition recognize(List<SpeechSegment> segments, RecognitionOptions options)
      throws SpeechException {
    return recognize(segments, options, Effort.FULL);
  }

  @Override
  public Recognition recognize(
      List<SpeechSegment> segments, RecognitionOptions options, Effort effort)
      throws SpeechException {
    return with(transcriber -> transcriber.transcribe(segments, options, effort));
  }

  @Override
  public List<String> identify(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    return with(transcriber -> transcriber.identify(segments, candidates));
  }

  @Override
  public String identifyTogether(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    return with(transcriber -> transcriber.identifyTogether(segments, candidates));
  }

  @Override
  public List<Phrase> punctuate(List<SpeechSegment> segments, List<Phrase> phrases, String locale)
      throws SpeechException {
    Optional<String> language = Languages.code(locale, model.vocabulary());
    return language.isEmpty() || phrases.isEmpty()
        ? phrases
        : with(transcriber -> transcriber.punctuate(segments, phrases, language.get(), locale));
  }

  @Override
  public <T> T examine(
      SpeechSegment segment, RecognitionOptions options, Examination<T> examination)
      throws SpeechException {
    return with(transcriber -> transcriber.examine(segment, options, examination));
  }

  @Override
  public boolean identifiesLanguages() {
    return model.vocabulary().languages().size() > 1;
  }

  private interface Work<T> {
    T of(WindowTranscriber listener) throws OrtException, SpeechException;
  }

  private <T> T with(Work<T> work) throws SpeechException {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("closed already");
      }
      WindowTranscriber listener = idle.poll();
      if (listener == null) {
        listener = new WindowTranscriber(model, adapted);
      }
      try {
        return work.of(listener);
      } finally {
        idle.add(listener);
      }
    } catch (OrtException e) {
      throw new SpeechException(
          ErrorKind.INTERNAL, "ONNX Runtime could not run the model: " + e.getMessage(), e);
    } finally {
      use.readLock().unlock();
    }
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        idle.forEach(WindowTranscriber::close);
        model.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
