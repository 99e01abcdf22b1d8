// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class StoreSilenceTest {
  private final AtomicLong seconds = new AtomicLong();
  private final StoreSilence silence = new StoreSilence(() -> seconds.get() * 1_000_000_000L);
  private final List<Duration> whileAsked = new ArrayList<>();

  @Test
  void onlyTheTimeOfAnAnswerThatDoesNotComeCounts() throws Exception {
    HttpServer store =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          seconds.addAndGet(5);
          whileAsked.add(silence.length());
          byte[] none = "<ListBucketResult/>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, none.length);
          exchange.getResponseBody().write(none);
          exchange.close();
        });
    store.start();
    try (S3Client client = client(store.getAddress().getPort())) {
      client.listObjectsV2(request -> request.bucket("calls"));
      assertThat(silence.length()).isZero();
      client.listObjectsV2(request -> request.bucket("calls"));
    } finally {
      store.stop(0);
    }

    assertThat(whileAsked).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(silence.length()).isZero();
  }

  private S3Client client(int port) {
    return S3Client.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(this::slowToFind)
        .httpClientBuilder(ApacheHttpClient.builder())
        .overrideConfiguration(override -> override.addExecutionInterceptor(silence))
        .build();
  }

  private AwsCredentials slowToFind() {
    seconds.addAndGet(100);
    return AwsBasicCredentials.create("key", "secret");
  }
}
