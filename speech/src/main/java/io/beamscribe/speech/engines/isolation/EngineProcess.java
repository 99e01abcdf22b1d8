// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running child process. Threads may call it at once; once dead it stays dead. */
final class EngineProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);

  /** How long a process may take to exit after it was asked to, or has closed its output. */
  private static final long END_SECONDS = 5;

  private static final int KILLED = 128 + 9;

  /** What a JVM takes to load an engine, on a machine with few processors. */
  private static final int JVM_THREADS = 18;

  private final EngineSpec spec;
  private final Limits limits;
  private final TemporaryFolder temporary;
  private final List<MemoryLimit> memory;
  private final Process process;
  private final ErrorTail printed;
  private final Thread printing;
  private final DataOutputStream requests;

  /**
   * Writes requests on another thread, since a stopped process reads none, and a blocked write
   * cannot be interrupted.
   */
  private final ExecutorService writing;

  private final Map<Long, CompletableFuture<Protocol.Reply>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(Protocol.READY);
  private volatile @Nullable String death;
  private volatile boolean identifiesLanguages;
  private volatile boolean killed;

  private EngineProcess(EngineSpec spec, Limits limits) throws IOException, SpeechException {
    this.spec = spec;
    this.limits = limits;
    this.temporary = TemporaryFolder.create("engine");
    this.memory = MemoryLimit.all();
    try {
      this.process = EngineProcessCommand.of(spec, temporary.path()).start();
    } catch (IOException | SpeechException | RuntimeException e) {
      temporary.close();
      throw e;
    }
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.printed = new ErrorTail(process.getErrorStream());
    this.writing =
        Executors.newSingleThreadExecutor(work -> daemon("beamscribe-engine-requests", work));
    waiting.put(Protocol.READY, new CompletableFuture<>());
    this.printing = start("output", printed);
    start("replies", this::readReplies);
  }

  /**
   * Starts a process that loads its engine when it is told to.
   *
   * @throws SpeechException if none can be started
   */
  static EngineProcess start(EngineSpec spec, Limits limits) throws SpeechException {
    requireRoom(JVM_THREADS + EngineProvider.named(spec.engine()).threads());
    try {
      return new EngineProcess(spec, limits);
    } catch (IOException e) {
      throw new SpeechException(
          ErrorKind.INTERNAL, "No child process could be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until it has loaded its engine. It is closed if it cannot.
   *
   * @throws SpeechException if it cannot load it
   */
  void load() throws SpeechException {
    boolean ready = false;
    try {
      writing.execute(this::writeStart);
      Response.Ready answer =
          await(
              Protocol.READY,
              limits.load(),
              "The model in " + spec.folder() + " took too long",
              Response.Ready.class);
      identifiesLanguages = answer.identifiesLanguages();
      ready = true;
    } catch (EngineProcessDied e) {
      throw new SpeechException(
          ErrorKind.INTERNAL,
          "The child process died while loading the model in "
              + spec.folder()
              + ": "
              + e.getMessage(),
          e);
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private void writeStart() {
    try {
      requests.writeByte(Protocol.LOAD);
      requests.flush();
    } catch (IOException e) {
      kill();
    }
  }

  private static void requireRoom(int needed) throws SpeechException {
    Optional<ProcessRoom.Shortage> limit = ProcessRoom.lacking(needed);
    if (limit.isPresent()) {
      ProcessRoom.Shortage found = limit.get();
      throw new SpeechException(
          ErrorKind.INTERNAL,
          "The engine takes up to "
              + needed
              + " processes and threads, but "
              + found.name()
              + " is "
              + found.limit()
              + " and leaves "
              + found.left()
              + ": raise it, or use another model or --isolation=none.");
    }
  }

  /** Whether its engine identifies languages. */
  boolean identifiesLanguages() {
    return identifiesLanguages;
  }

  boolean isAlive() {
    return death == null;
  }

  /**
   * Asks the engine to process segments.
   *
   * @param answer type of the response to this call
   * @throws EngineProcessDied if the process dies before it has replied, for any reason
   * @throws SpeechException if the engine reports a failure, or the process was killed for taking
   *     too long
   */
  <T extends Response> T ask(EngineCall call, List<SpeechSegment> segments, Class<T> answer)
      throws EngineProcessDied, SpeechException {
    long id = ids.incrementAndGet();
    waiting.put(id, new CompletableFuture<>());
    writing.execute(() -> write(new Protocol.Request(id, call, segments)));
    long samples = segments.stream().mapToLong(segment -> segment.samples().length).sum();
    long millis = SampleRange.millis(samples) * limits.timesLength();
    return await(id, limits.call().plusMillis(millis), "The recognition took too long", answer);
  }

  private void write(Protocol.Request request) {
    try {
      Protocol.write(requests, request);
    } catch (IOException e) {
      kill(); // a process without input is useless; its exit completes waiting calls
    }
  }

  private <T extends Response> T await(long id, Duration limit, String late, Class<T> answer)
      throws EngineProcessDied, SpeechException {
    CompletableFuture<Protocol.Reply> reply = requireNonNull(waiting.get(id));
    try {
      if (death != null) {
        throw new EngineProcessDied(death);
      }
      Protocol.Reply done = new Patience(process.toHandle(), limit).await(reply);
      if (done == null) {
        throw new EngineProcessDied(death);
      }
      if (done.failure() != null) {
        throw done.failure();
      }
      return answer.cast(requireNonNull(done.answer()));
    } catch (TimeoutException e) {
      kill();
      throw new SpeechException(
          ErrorKind.TIMEOUT, late + " (more than " + limit.toSeconds() + " s)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(ErrorKind.TRANSIENT, "Interrupted while waiting for the engine", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // replies complete normally or with null
    } finally {
      waiting.remove(id);
    }
  }

  private void readReplies() {
    try (DataInputStream replies =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      while (true) {
        Protocol.Reply reply = Protocol.readReply(replies);
        CompletableFuture<Protocol.Reply> waiter = waiting.get(reply.id());
        if (waiter != null) {
          waiter.complete(reply);
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("no more replies from child process {}", process.pid(), e);
    }
    death = end();
    // Later callers get the death itself.
    waiting.values().forEach(waiter -> waiter.complete(null));
  }

  /** Makes sure that the process has exited, and says how. */
  private String end() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
      printing.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
      int code = process.waitFor();
      // How Java reports a signal.
      String end = code > 128 ? "signal " + (code - 128) : "exit code " + code;
      if (code == KILLED && !killed) {
        end +=
            ", "
                + MemoryLimit.reached(memory, MemoryLimit.all())
                    .orElse("as the system ends processes where memory runs out");
      }
      String words = printed.lastLine();
      String death = words.isEmpty() ? end : end + ", last words: " + words;
      if (code != 0) {
        LOG.warn("A process of the engine {} ended with {}", spec.engine(), death);
        LOG.debug("It had printed:\n{}", printed.all());
      }
      return death;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // nobody can interrupt this thread
    }
  }

  private void kill() {
    killed = true;
    process.destroyForcibly();
  }

  /** Ends the process, which must not be in use. May be called repeatedly. */
  @Override
  public void close() {
    writing.shutdown();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    try {
      temporary.close();
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", temporary.path(), e.getMessage());
    }
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = daemon("beamscribe-engine-" + name, work);
    thread.start();
    return thread;
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
