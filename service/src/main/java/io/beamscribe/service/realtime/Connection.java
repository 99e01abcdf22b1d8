// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.recognition.SessionLog;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.streaming.LiveListener;
import io.beamscribe.speech.streaming.LiveSession;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: its messages in order, its turns one after another. Thread-safe; messages are worked
 * on aside, one at a time.
 */
final class Connection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final String path;
  private final Map<String, String> query;
  private final Turn.Opener opener;
  private final Wire wire;
  private final SerialExecutor work;

  /** Bytes that have come and are not worked on. */
  private final AtomicLong waiting = new AtomicLong();

  private ObjectNode context = Jsons.object();
  private String contextId = "";
  private @Nullable Turn turn;
  private boolean closed;

  /** Whether the client has gone, so that what it still waits for is not worth any work. */
  private volatile boolean gone;

  /** The client's end of the connection. */
  interface Wire {
    void send(String text);

    /** Lets the client wait, or go on. */
    void hold(boolean held);

    void close(int code, String reason);
  }

  /** Recognises nothing for a client that has gone. */
  private final class UntilGone implements Turn.Opener {
    private final Turn.Opener opener;

    UntilGone(Turn.Opener opener) {
      this.opener = opener;
    }

    @Override
    public LiveSession open(TurnSettings settings, LiveListener listener) throws SpeechException {
      return opener.open(settings, listener);
    }

    @Override
    public Optional<SessionLog> log(TurnSettings settings) {
      return opener.log(settings);
    }

    @Override
    public void fairly(Turn.Piece piece) throws SpeechException {
      opener.fairly(
          () -> {
            if (!gone) {
              piece.run();
            }
          });
    }
  }

  /**
   * @param query with names in lower case
   */
  Connection(String path, Map<String, String> query, Turn.Opener opener, Wire wire, Executor pool) {
    this.path = path;
    this.query = query;
    this.opener = new UntilGone(opener);
    this.wire = wire;
    this.work = new SerialExecutor(pool);
  }

  /** Takes a text message. */
  void onText(String text) {
    enqueue(text.length(), () -> take(ClientMessage.ofText(text)));
  }

  /** Takes a binary message. */
  void onBinary(byte[] bytes, int offset, int length) {
    byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
    enqueue(length, () -> takeAudio(ClientMessage.ofBinary(copy, 0, copy.length)));
  }

  private void enqueue(int length, Step step) {
    if (waiting.addAndGet(length) > Limits.MOST_WAITING) {
      wire.hold(true);
    }
    work.execute(
        () -> {
          guarded(step);
          if (waiting.addAndGet(-length) <= Limits.MOST_WAITING / 2) {
            wire.hold(false);
          }
        });
  }

  private interface Step {
    void run() throws FrameException, SpeechException;
  }

  private void guarded(Step step) {
    if (closed || gone) {
      return;
    }
    try {
      step.run();
    } catch (FrameException e) {
      stop(Limits.BAD_DATA, String.valueOf(e.getMessage()));
    } catch (ApiException e) {
      stop(e.status() == 503 ? Limits.TRY_LATER : Limits.BAD_DATA, String.valueOf(e.getMessage()));
    } catch (SpeechException e) {
      failed(e);
    } catch (RuntimeException e) {
      LOG.error("A turn failed", e);
      stop(Limits.FAILED, "The service failed.");
    }
  }

  /** Audio that cannot be read is the client's fault; any other failure costs the turn. */
  private void failed(SpeechException e) {
    if (e.kind() == ErrorKind.INVALID_AUDIO || e.kind() == ErrorKind.UNSUPPORTED_AUDIO) {
      stop(Limits.BAD_DATA, String.valueOf(e.getMessage()));
      return;
    }
    LOG.warn("A turn failed: {}", e.getMessage());
    if (turn == null) {
      stop(Limits.FAILED, "The service failed: " + e.getMessage());
    } else {
      turn.fail();
      endTurn();
    }
  }

  private void take(ClientMessage message) throws FrameException, SpeechException {
    if (message.path().equals("speech.context")) {
      context = LooseJson.parse(message.body());
      contextId = requestId(message);
      if (turn != null && !turn.requestId().equals(contextId)) {
        endTurn();
      }
      if (turn == null) {
        begin(contextId);
      }
    }
    // speech.config says what kind of client it is, and telemetry how it was served: neither
    // changes results. What is unknown is for services that do more.
  }

  private static String requestId(ClientMessage message) throws FrameException {
    if (message.requestId().isEmpty()) {
      throw new FrameException("A message has no X-RequestId.");
    }
    return message.requestId();
  }

  private void takeAudio(ClientMessage message) throws FrameException, SpeechException {
    if (!message.path().equals("audio")) {
      return;
    }
    String id = requestId(message);
    if (turn == null && !id.equals(contextId)) {
      begin(id); // a client that says nothing about the turn
      contextId = id;
    }
    if (turn == null || !turn.requestId().equals(id) || turn.hasEnded()) {
      return; // the rest of a turn that has ended
    }
    if (message.body().length > 0) {
      turn.accept(message.body());
    } else if (!message.hasContentType()) {
      turn.finish();
    }
    if (turn.hasEnded()) {
      endTurn();
    }
  }

  private void begin(String id) throws SpeechException {
    turn = new Turn(id, TurnSettings.of(path, query, context), opener, this::send);
  }

  private void endTurn() {
    if (turn != null) {
      turn.close();
      turn = null;
    }
  }

  private void send(String path, String id, String body) {
    wire.send(
        "X-RequestId: "
            + id
            + "\r\nContent-Type: application/json; charset=utf-8\r\nPath: "
            + path
            + "\r\n\r\n"
            + body);
  }

  private void stop(int code, String reason) {
    closed = true;
    endTurn();
    wire.close(code, reason);
  }

  /** Ends the turn with what was said until now, and closes the connection. */
  CompletableFuture<Void> drain() {
    return CompletableFuture.runAsync(
        () ->
            guarded(
                () -> {
                  if (turn != null) {
                    turn.finish();
                  }
                  stop(Limits.GOING_AWAY, "The service stops.");
                }),
        work);
  }

  /** The connection has ended. */
  @Override
  public void close() {
    gone = true;
    work.execute(
        () -> {
          closed = true;
          endTurn();
        });
  }
}
