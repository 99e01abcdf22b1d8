// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.hooks;

import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.Entity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Sends one request to the receiver of a hook. */
final class HookRequest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_ANSWER = 64 * 1024;

  private HookRequest() {}

  /**
   * Sends it.
   *
   * @param event such as {@code TranscriptionCompletion}
   * @param signed what the signature is of
   */
  static HttpResponse<byte[]> send(
      GuardedClient client, Entity hook, URI address, String event, String body, String signed)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-MicrosoftSpeechServices-Event", event)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String secret = hook.hidden().path("secret").asText();
    if (!secret.isEmpty()) {
      request.header(
          "X-MicrosoftSpeechServices-Signature",
          Base64.getEncoder()
              .encodeToString(
                  SignedUrls.hmac(
                      secret.getBytes(StandardCharsets.UTF_8),
                      signed.getBytes(StandardCharsets.UTF_8))));
    }
    return client.send(request.build(), MOST_ANSWER);
  }
}
