// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Effort;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine in a child process, shared by all threads like an engine in this one. When the process
 * dies, it is unknown which of the running calls was the cause: each is retried alone, and only one
 * that kills a process again has failed.
 */
public final class IsolatedEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedEngine.class);

  private final EngineSpec spec;
  private final Runnable onLoad;
  private final Limits limits;

  /** Read lock: to run beside other calls. Write lock: to run alone, or to close. */
  private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

  private final AtomicLong streams = new AtomicLong();
  private @Nullable EngineProcess child;
  private @Nullable EngineProcess spare;

  /** Whether there were streams, which wait for what replaces a process. */
  private volatile boolean live;

  /** Whether a spare was started for the process of now. */
  private volatile boolean spared;

  private boolean closed;
  private volatile boolean identifiesLanguages;

  private IsolatedEngine(EngineSpec spec, Runnable onLoad, Limits limits) {
    this.spec = spec;
    this.onLoad = onLoad;
    this.limits = limits;
  }

  /**
   * Starts a child process that loads the model of a spec, whatever isolation the spec asks for.
   *
   * @param onLoad called at each load, also when a process was replaced
   */
  public static IsolatedEngine open(EngineSpec spec, Runnable onLoad) throws SpeechException {
    return open(spec, onLoad, Limits.DEFAULT);
  }

  static IsolatedEngine open(EngineSpec spec, Runnable onLoad, Limits limits)
      throws SpeechException {
    IsolatedEngine engine = new IsolatedEngine(spec, onLoad, limits);
    engine.child();
    return engine;
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
    return ask(new EngineCall.Recognize(options, effort), segments, Response.Recognized.class)
        .recognition();
  }

  @Override
  public List<String> identify(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    return ask(new EngineCall.Identify(candidates, false), segments, Response.Identified.class)
        .languages();
  }

  @Override
  public String identifyTogether(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    return ask(new EngineCall.Identify(candidates, true), segments, Response.Identified.class)
        .languages()
        .get(0);
  }

  @Override
  public List<Phrase> punctuate(List<SpeechSegment> segments, List<Phrase> phrases, String locale)
      throws SpeechException {
    return ask(new EngineCall.Punctuate(phrases, locale), segments, Response.Punctuated.class)
        .phrases();
  }

  @Override
  public RecognitionStream stream(RecognitionOptions options, boolean early)
      throws SpeechException {
    live = true;
    keepSpare();
    return EngineProvider.named(spec.engine()).abilities().contains(EngineAbility.STREAMS)
        ? new IsolatedStream(this::step, streams.incrementAndGet(), options)
        : Engine.super.stream(options, early);
  }

  private IsolatedStream.Taken step(
      EngineCall.Stream call,
      List<SpeechSegment> next,
      Supplier<IsolatedStream.Lost> lost,
      @Nullable EngineProcess known,
      boolean alone)
      throws EngineProcessDied, SpeechException {
    Lock turn = alone ? turns.writeLock() : turns.readLock();
    turn.lock();
    try {
      EngineProcess process = child();
      List<SpeechSegment> segments = next;
      if (process != known) {
        IsolatedStream.Lost had = lost.get();
        segments = had.unfinal();
        if (!had.learnt().isEmpty()) {
          process.ask(call.with(StreamStep.LEARN), had.learnt(), Response.Streamed.class);
        }
      }
      StreamResult result = process.ask(call, segments, Response.Streamed.class).result();
      keepSpare();
      return new IsolatedStream.Taken(process, result);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public boolean identifiesLanguages() {
    return identifiesLanguages;
  }

  private <T extends Response> T ask(EngineCall call, List<SpeechSegment> segments, Class<T> answer)
      throws SpeechException {
    try {
      return inTurn(turns.readLock(), call, segments, answer);
    } catch (EngineProcessDied suspected) {
      return askAlone(call, segments, answer);
    }
  }

  private <T extends Response> T askAlone(
      EngineCall call, List<SpeechSegment> segments, Class<T> answer) throws SpeechException {
    try {
      return inTurn(turns.writeLock(), call, segments, answer);
    } catch (EngineProcessDied proved) {
      throw new SpeechException(
          ErrorKind.CRASH,
          "The engine " + spec.engine() + " crashed on this audio (" + proved.getMessage() + ")",
          proved);
    }
  }

  private <T extends Response> T inTurn(
      Lock turn, EngineCall call, List<SpeechSegment> segments, Class<T> answer)
      throws EngineProcessDied, SpeechException {
    turn.lock();
    try {
      T got = child().ask(call, segments, answer);
      keepSpare();
      return got;
    } finally {
      turn.unlock();
    }
  }

  private synchronized EngineProcess child() throws SpeechException {
    if (closed) {
      throw new IllegalStateException("closed already");
    }
    if (child == null || !child.isAlive()) {
      release();
      child = loaded();
      identifiesLanguages = child.identifiesLanguages();
      onLoad.run();
    }
    return child;
  }

  private EngineProcess loaded() throws SpeechException {
    EngineProcess waiting = spare;
    spare = null;
    if (waiting != null) {
      try {
        waiting.load();
        return waiting;
      } catch (SpeechException e) {
        LOG.debug("the spare process is of no use", e);
      }
    }
    EngineProcess started = EngineProcess.start(spec, limits);
    started.load();
    return started;
  }

  /**
   * Where somebody listens while it is spoken, a process without a model waits for one that dies:
   * most of what takes time is done there.
   */
  private void keepSpare() {
    if (live && !spared) {
      startSpare();
    }
  }

  private synchronized void startSpare() {
    if (!spared && !closed) {
      spared = true;
      try {
        spare = EngineProcess.start(spec, limits);
      } catch (SpeechException e) {
        LOG.debug("no spare process", e);
      }
    }
  }

  private void release() {
    if (child != null) {
      child.close();
      child = null;
      spared = false; // what replaces it needs another one
    }
  }

  private void closeSpare() {
    if (spare != null) {
      spare.close();
      spare = null;
    }
  }

  @Override
  public void close() {
    turns.writeLock().lock();
    try {
      synchronized (this) {
        closed = true;
        release();
        closeSpare();
      }
    } finally {
      turns.writeLock().unlock();
    }
  }
}
