// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.GrowingUtterance;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream in a child process. What is not final is kept here, and given again to the process that
 * replaces one that died. Not thread-safe.
 */
final class IsolatedStream implements RecognitionStream {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedStream.class);

  /**
   * Engines adapt to voices: one that begins anew hears the first words worse. Of 391 letters 45
   * differ from those of one that went on, 30 with four seconds of what was said before, 24 with
   * ten, 1 with twenty; but each takes time in which others wait (Vosk's small Korean model).
   */
  private static final int LEARNT = 5 * SampleRange.RATE;

  private final Steps engine;
  private final long number;
  private final RecognitionOptions options;

  /** Samples since the last final phrase. */
  private final List<SpeechSegment> unfinal = new ArrayList<>();

  /** Those before, as many as a replacement is to learn the voice from. */
  private final LatestSpeech learnt = new LatestSpeech(LEARNT);

  private @Nullable EngineProcess process;

  /** Takes steps of streams in a process, which it replaces when it dies. */
  interface Steps {
    /**
     * Takes a step.
     *
     * @param alone whether no other call may run beside it
     * @param known the process that has the stream; null if none has
     * @param lost what a process is given first that lacks the stream
     * @throws EngineProcessDied if the process dies meanwhile
     */
    Taken step(
        EngineCall.Stream call,
        List<SpeechSegment> next,
        Supplier<Lost> lost,
        @Nullable EngineProcess known,
        boolean alone)
        throws EngineProcessDied, SpeechException;
  }

  /**
   * What a process had of a stream.
   *
   * @param learnt speech whose phrases are final, for what it tells of the voice
   * @param unfinal all samples since the last final phrase
   */
  record Lost(List<SpeechSegment> learnt, List<SpeechSegment> unfinal) {}

  /** The result of a step, and the process that has the stream. */
  record Taken(EngineProcess process, StreamResult result) {}

  IsolatedStream(Steps engine, long number, RecognitionOptions options) {
    this.engine = engine;
    this.number = number;
    this.options = options;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    unfinal.add(chunk);
    StreamResult result = take(StreamStep.ACCEPT, List.of(chunk));
    if (!result.finals().isEmpty()) {
      dropUntil(
          result.finals().get(result.finals().size() - 1).endMilliseconds()
              * SampleRange.RATE
              / 1000);
    }
    return result;
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    StreamResult result = take(StreamStep.END_UTTERANCE, List.of());
    unfinal.forEach(learnt::add);
    unfinal.clear();
    return result;
  }

  private StreamResult take(StreamStep step, List<SpeechSegment> next) throws SpeechException {
    EngineCall.Stream call = new EngineCall.Stream(number, options, step);
    for (int died = 0; ; died++) {
      try {
        // Twice beside others, of which each may be the cause, and once alone, which proves it.
        Taken done = engine.step(call, next, this::lost, process, died == 2);
        process = done.process();
        return done.result();
      } catch (EngineProcessDied e) {
        process = null;
        if (died == 2) {
          unfinal.clear();
          throw new SpeechException(
              ErrorKind.CRASH, "The engine crashed on this audio (" + e.getMessage() + ")", e);
        }
      } catch (SpeechException e) {
        unfinal.clear();
        throw e;
      }
    }
  }

  private Lost lost() {
    return new Lost(GrowingUtterance.joined(learnt.segments()), GrowingUtterance.joined(unfinal));
  }

  private void dropUntil(long position) {
    List<SpeechSegment> left = new ArrayList<>();
    for (SpeechSegment chunk : unfinal) {
      int over = (int) Math.min(chunk.samples().length, Math.max(0, position - chunk.start()));
      learnt.add(part(chunk, 0, over));
      if (over < chunk.samples().length) {
        left.add(part(chunk, over, chunk.samples().length));
      }
    }
    unfinal.clear();
    unfinal.addAll(left);
  }

  private static SpeechSegment part(SpeechSegment chunk, int from, int to) {
    return new SpeechSegment(
        chunk.channel(), chunk.start() + from, Arrays.copyOfRange(chunk.samples(), from, to));
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      try {
        engine.step(
            new EngineCall.Stream(number, options, StreamStep.CLOSE),
            List.of(),
            () -> new Lost(List.of(), List.of()),
            process,
            false);
      } catch (EngineProcessDied | SpeechException e) {
        LOG.debug("A stream ended with its process", e);
      }
    }
  }
}
