// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.jobs.Work;
import io.beamscribe.service.jobs.WorkException;
import io.beamscribe.service.storage.Entities;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Asks the receiver of a hook whether it wants events: it answers with the token. Thread-safe. */
public final class HookChallenge implements Work {
  private static final int ATTEMPTS = 4;

  private final Entities entities;
  private final GuardedClient client;

  public HookChallenge(Entities entities, GuardedClient client) {
    this.entities = entities;
    this.client = client;
  }

  @Override
  public Kind kind() {
    return Kind.WEBHOOK;
  }

  @Override
  public ObjectNode run(Entity hook) throws WorkException, InterruptedException {
    for (int attempt = 1; !answers(hook); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new WorkException(
            "InvalidCallbackUri", "The receiver does not answer the challenge with its token.");
      }
      TimeUnit.SECONDS.sleep(1L << attempt);
    }
    entities.update(
        hook.id(),
        now ->
            now.hidden().path("webUrl").equals(hook.hidden().path("webUrl"))
                ? now.withHidden(now.hidden().deepCopy().put("validated", true))
                : now);
    return Jsons.object();
  }

  private boolean answers(Entity hook) {
    String token = UUID.randomUUID().toString();
    String url = hook.hidden().path("webUrl").asText();
    URI address = URI.create(url + (url.contains("?") ? "&" : "?") + "validationToken=" + token);
    try {
      HttpResponse<byte[]> answer = HookRequest.send(client, hook, address, "Challenge", "", token);
      return answer.statusCode() == 200
          && new String(answer.body(), StandardCharsets.UTF_8).strip().equals(token);
    } catch (IOException e) {
      return false;
    }
  }
}
