// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.ServiceOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that the HTTP server refuses itself get an error document as all others do. */
class UnreadableRequestsTest {
  @TempDir Path folder;

  private static String answer(int port, String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void getErrorDocuments() throws Exception {
    String end = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    Map<String, Integer> requests =
        Map.of(
            "GET /speechtotext/%zz" + end,
            400,
            "GET /speechtotext//models" + end,
            400,
            "GET /speechtotext/..%2f.." + end,
            400,
            "GET /speechtotext/v3.2/transcriptions/%00" + end,
            400,
            "GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n",
            431,
            "GET / HTTP/9.9\r\n\r\n",
            505,
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            400,
            "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
            400);
    try (Service service =
        new Service(ServiceOptions.of(folder.resolve("data"), "vosk-small-ko"))) {
      for (Map.Entry<String, Integer> request : requests.entrySet()) {
        String answer = answer(service.port(), request.getKey());
        assertThat(answer)
            .startsWith("HTTP/1.1 " + request.getValue())
            .containsIgnoringCase("content-type: application/json");
        JsonNode document =
            new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(document.path("code").asText()).isEqualTo("InvalidRequest");
        assertThat(document.path("message").asText()).startsWith("The request cannot be read");
      }
    }
  }
}
