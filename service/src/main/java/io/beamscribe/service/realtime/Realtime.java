// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.service.access.Caller;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.models.CallerSettings;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.service.recognition.SessionLog;
import io.beamscribe.service.recognition.SessionLogs;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.streaming.LiveListener;
import io.beamscribe.speech.streaming.LiveSession;
import io.beamscribe.speech.streaming.LiveTranscriber;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All real-time connections of the service. Thread-safe. */
public final class Realtime implements AutoCloseable {
  /** The paths at which the SDKs connect. */
  public static final List<String> PATHS =
      List.of(
          "/speech/recognition/{mode}/cognitiveservices/v1",
          "/stt/speech/recognition/{mode}/cognitiveservices/v1",
          "/speech/universal/v2",
          "/stt/speech/universal/v2");

  /** How long turns may take to end when the service stops. */
  private static final int DRAIN_SECONDS = 10;

  private final LiveModels models;
  private final ModelFolders folders;
  private final SessionLogs logs;
  private final CaptionBoard captions;
  private final int mostOfKey;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> ofKeys = new ConcurrentHashMap<>();
  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "realtime");
            thread.setDaemon(true);
            return thread;
          });

  /** Threads that recognise at a time, first come, first served: more only hinder each other. */
  private final Semaphore atOnce =
      new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

  private volatile boolean stopping;

  /**
   * @param mostOfKey connections of one key at a time
   */
  public Realtime(
      CallerSettings callers,
      ModelFolders folders,
      SessionLogs logs,
      CaptionBoard captions,
      int mostOfKey) {
    this.models = new LiveModels(callers, folders);
    this.folders = folders;
    this.logs = logs;
    this.captions = captions;
    this.mostOfKey = mostOfKey;
  }

  /**
   * Whether a caller may connect.
   *
   * @throws ApiException if it has too many connections, or the service stops
   */
  public void admit(Caller caller) {
    if (stopping) {
      throw ApiException.unavailable("The service stops.");
    }
    if (connectionsOf(caller).get() >= mostOfKey) {
      throw ApiException.tooMany(tooMany(), 10);
    }
  }

  private AtomicInteger connectionsOf(Caller caller) {
    return ofKeys.computeIfAbsent(caller.key(), key -> new AtomicInteger());
  }

  private String tooMany() {
    return "There are more than " + mostOfKey + " connections of one key.";
  }

  /** Begins a connection that was admitted. */
  Connection connect(Caller caller, String path, Map<String, String> query, Connection.Wire wire) {
    Connection connection =
        new Connection(path, query, new AccountOpener(caller.owner()), wire, pool);
    open.add(connection);
    if (connectionsOf(caller).incrementAndGet() > mostOfKey) {
      wire.close(Limits.TRY_LATER, tooMany()); // several were admitted at the same time
    }
    return connection;
  }

  /** Ends a connection. */
  void disconnect(Caller caller, Connection connection) {
    if (open.remove(connection)) {
      connectionsOf(caller).decrementAndGet();
      connection.close();
    }
  }

  private final class AccountOpener implements Turn.Opener {
    private final String owner;

    AccountOpener(String owner) {
      this.owner = owner;
    }

    @Override
    public LiveSession open(TurnSettings turn, LiveListener to) throws SpeechException {
      LiveListener listener =
          turn.captions()
              .<LiveListener>map(name -> CaptionedTurn.of(to, captions.of(owner, name)))
              .orElse(to);
      return session(owner, turn, listener);
    }

    @Override
    public Optional<SessionLog> log(TurnSettings turn) {
      return turn.endpoint().flatMap(id -> folders.endpoint(owner, id)).flatMap(logs::open);
    }

    @Override
    public void fairly(Turn.Piece piece) throws SpeechException {
      atOnce.acquireUninterruptibly();
      try {
        piece.run();
      } finally {
        atOnce.release();
      }
    }
  }

  private LiveSession session(String owner, TurnSettings turn, LiveListener listener)
      throws SpeechException {
    Lease<LiveTranscriber> lease = models.lease(owner, turn);
    boolean opened = false;
    try {
      LiveSession session = open(lease.value(), turn, listener).onClose(lease::close);
      opened = true;
      return session;
    } finally {
      if (!opened) {
        lease.close();
      }
    }
  }

  private static LiveSession open(LiveTranscriber with, TurnSettings turn, LiveListener listener)
      throws SpeechException {
    boolean single = turn.mode() == TurnMode.INTERACTIVE;
    if (turn.translates()) {
      return with.translate(turn.phrases(), turn.ends(), text(turn), listener);
    }
    if (turn.pronunciation().isPresent()) {
      return with.assess(turn.pronunciation().get(), single, turn.ends(), text(turn), listener);
    }
    return turn.atStart()
        ? with.openAtStart(turn.phrases(), turn.ends(), text(turn), listener)
        : with.open(turn.phrases(), turn.ends(), text(turn), listener);
  }

  private static TextOptions text(TurnSettings turn) {
    return TextOptions.DEFAULT
        .withProfanity(new ProfanityOptions(turn.profanity(), List.of(), List.of()))
        .withMode(turn.punctuation());
  }

  @Override
  public void close() {
    stopping = true;
    CompletableFuture<?>[] drained =
        open.stream().map(Connection::drain).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(drained)
        .completeOnTimeout(null, DRAIN_SECONDS, TimeUnit.SECONDS)
        .join();
    models.close();
  }
}
