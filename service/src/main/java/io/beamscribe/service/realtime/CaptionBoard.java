// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.service.entities.ApiException;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The captions of all who speak, by account and name. Thread-safe. */
public final class CaptionBoard implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MOST_NAMES = 200;
  private static final int KEEP_ALIVE_SECONDS = 10;

  /** How long captions are kept when nobody speaks or reads any more. */
  private static final int KEPT_SECONDS = 3600;

  private final Map<Name, LiveCaptions> all = new ConcurrentHashMap<>();
  private final ExecutorService pool = Executors.newCachedThreadPool(CaptionBoard::thread);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(CaptionBoard::thread);

  private record Name(String owner, String name) {}

  public CaptionBoard() {
    var unused =
        clock.scheduleWithFixedDelay(
            this::tick, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "captions");
    thread.setDaemon(true);
    return thread;
  }

  private void tick() {
    all.values().removeIf(each -> each.idle(KEPT_SECONDS));
    all.values().forEach(LiveCaptions::keepAlive);
  }

  /**
   * A name that captions can have.
   *
   * @throws ApiException if it is none
   */
  static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw ApiException.invalidParameter(
          "captions", "captions is a name of up to 64 letters, digits, _ and -.");
    }
    return text;
  }

  /**
   * The captions of a name, which need not have begun.
   *
   * @throws ApiException if the account has too many names
   */
  LiveCaptions of(String owner, String name) {
    Name key = new Name(owner, name(name));
    LiveCaptions found = all.get(key);
    if (found != null) {
      return found;
    }
    if (all.keySet().stream().filter(each -> each.owner().equals(owner)).count() >= MOST_NAMES) {
      throw ApiException.tooMany("There are captions of " + MOST_NAMES + " names already.", 60);
    }
    return all.computeIfAbsent(key, any -> new LiveCaptions());
  }

  /** Sends captions to a reader until one of both ends. */
  void follow(LiveCaptions captions, SseClient client, int last) {
    CaptionReader reader = new CaptionReader(captions, client, last, pool);
    client.keepAlive();
    client.onClose(() -> captions.close(reader));
    captions.open(reader);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    all.values().forEach(LiveCaptions::end);
    pool.shutdown();
  }
}
