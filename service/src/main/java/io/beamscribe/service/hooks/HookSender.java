// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.hooks;

import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.storage.Entities;
import io.beamscribe.service.storage.HookEvents;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events, each at least once: those of a hook in order, those of different hooks side by
 * side and in turns. An event that is not received holds up those behind it, not those of other
 * hooks. A receiver that does not answer with 2xx is tried again for a day, ever more seldom.
 */
public final class HookSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HookSender.class);
  private static final int LOOK_MILLIS = 500;

  /** After these it is the turn of other hooks. */
  private static final int MOST_AT_A_TURN = 50;

  private static final int AT_ONCE = 16;
  private static final int ATTEMPTS = 20;
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Entities entities;
  private final HookEvents events;
  private final GuardedClient client;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService senders =
      Executors.newFixedThreadPool(AT_ONCE, task -> new Thread(task, "web-hook"));
  private final Thread looker = new Thread(this::look, "web-hooks");
  private volatile boolean closed;

  public HookSender(Entities entities, HookEvents events, GuardedClient client) {
    this.entities = entities;
    this.events = events;
    this.client = client;
    looker.setDaemon(true);
  }

  /** Begins to deliver. */
  public void start() {
    looker.start();
  }

  private void look() {
    while (!closed) {
      try {
        events.due(Instant.now()).forEach(this::submit);
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.error("Events cannot be read", e);
        }
      }
    }
  }

  private void submit(String hook) {
    if (busy.add(hook)) {
      senders.execute(
          () -> {
            try {
              boolean more = true;
              for (int sent = 0; more && sent < MOST_AT_A_TURN && !closed; sent++) {
                more = events.first(hook, Instant.now()).map(this::deliver).orElse(false);
              }
            } catch (RuntimeException e) {
              LOG.warn("Events of the web hook {} are not delivered", hook, e);
            } finally {
              busy.remove(hook);
            }
          });
    }
  }

  /** Returns whether the next one may be tried. */
  private boolean deliver(HookEvents.Due event) {
    Optional<Entity> hook = entities.find(event.hook());
    if (hook.isEmpty()) {
      events.remove(event.id());
      return true;
    }
    String failure;
    try {
      int status =
          HookRequest.send(
                  client,
                  hook.get(),
                  URI.create(hook.get().hidden().path("webUrl").asText()),
                  event.event(),
                  event.body(),
                  event.body())
              .statusCode();
      if (status / 100 == 2) {
        events.remove(event.id());
        return true;
      }
      failure = "status " + status;
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
    }
    LOG.info(
        "Event {} of the web hook {} was not received: {}", event.event(), event.hook(), failure);
    if (event.attempts() + 1 >= ATTEMPTS) {
      events.remove(event.id());
      return true;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(20, event.attempts()));
    events.postpone(event.id(), Instant.now().plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    return false;
  }

  @Override
  public void close() {
    closed = true;
    looker.interrupt();
    senders.shutdownNow();
    try {
      senders.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
