// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beamscribe.pipelines.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about object storage before any work is done. */
class StorageUsageTest {
  private static final Map<String, String> CREDENTIALS =
      Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test");

  @TempDir Path folder;
  private HttpServer store;

  @BeforeEach
  void start() throws IOException {
    CREDENTIALS.forEach(System::setProperty);
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.start();
  }

  @AfterEach
  void stop() {
    store.stop(0);
    CREDENTIALS.keySet().forEach(System::clearProperty);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, There is no bucket calls at ENDPOINT.",
    "403, AccessDenied, The credentials do not permit listing the bucket calls.",
    "403, RequestTimeTooSkewed, The clock of this machine is too far from that of ENDPOINT",
    "403, InvalidAccessKeyId, ENDPOINT does not accept the credentials (InvalidAccessKeyId).",
  })
  void refusalOfTheStore(int status, String code, String sentence) {
    answer(status, "<Error><Code>%s</Code><Message>of the test</Message></Error>".formatted(code));

    assertUsage(sentence.replace("ENDPOINT", endpoint()), "s3a://calls/in/", endpoint());
  }

  @Test
  void inputThatNamesNothing() {
    answer(200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");

    assertUsage(
        "There is no file or folder 's3a://calls/nothing/'.", "s3a://calls/nothing/", endpoint());
  }

  @Test
  void aStoreThatIsBusyAtFirstIsAskedAgain() {
    AtomicInteger requests = new AtomicInteger();
    store.createContext(
        "/",
        exchange -> {
          boolean busy = requests.getAndIncrement() < 3;
          answer(
              exchange,
              busy ? 503 : 200,
              busy
                  ? "<Error><Code>SlowDown</Code><Message>of the test</Message></Error>"
                  : "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
        });

    assertUsage(
        "There is no file or folder 's3a://calls/nothing/'.", "s3a://calls/nothing/", endpoint());
    assertThat(requests.get()).isGreaterThan(3);
  }

  /** Its length is that of no list, or is not told. */
  @ParameterizedTest
  @ValueSource(longs = {1L << 40, 0})
  void aListThatDoesNotFitIntoMemory(long length) {
    store.createContext(
        "/",
        exchange -> {
          if (!exchange.getRequestURI().getPath().endsWith("/list.txt")) {
            answer(
                exchange,
                200,
                "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
            return;
          }
          byte[] lines = "s3a://calls/in/a.wav\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(200, length);
            while (exchange.getRequestMethod().equals("GET")) {
              exchange.getResponseBody().write(lines); // until the client has had enough
            }
          }
        });

    assertUsage(
        "The list s3a://calls/list.txt cannot be read: it has more than ",
        "@s3a://calls/list.txt",
        endpoint());
  }

  @Test
  void endpointThatIsNone() {
    assertUsage("Nothing answers at http://127.0.0.1:1", "s3a://calls/in/", "http://127.0.0.1:1");
    assertUsage(
        "There is no host no.such.host.invalid", "s3a://calls/in/", "http://no.such.host.invalid");
  }

  @Test
  void schemeOfOthers() {
    assertUsage(
        "Object storage is addressed as s3a://BUCKET/PATH, not 's3://calls/in/'.",
        "s3://calls/in/",
        endpoint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://KEY:hidden1@calls/in/", "s3a://KEY:hidden1/2@calls/in/"})
  void keysInAnAddressAreRefusedAndNotShown(String input) {
    CommandLine run = transcribe(folder, input, endpoint());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Keys are not read from addresses").doesNotContain("hidden1");
  }

  /** Gives the same response to every list request; objects never exist. */
  private void answer(int status, String xml) {
    store.createContext("/", exchange -> answer(exchange, status, xml));
  }

  private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = xml.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/xml");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String endpoint() {
    return "http://127.0.0.1:" + store.getAddress().getPort();
  }

  @Test
  void aSettingThatIsNoNumberIsNamed() {
    CommandLine run =
        transcribe(
            folder,
            "s3a://calls/in/",
            endpoint(),
            "--hdfsConfiguration=[{\"fs.s3a.paging.maximum\": \"many\"}]");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("the value of fs.s3a.paging.maximum is not a number as it has to be.");
  }

  private void assertUsage(String sentence, String input, String endpoint) {
    CommandLine run = transcribe(folder, input, endpoint);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(sentence);
  }

  private static CommandLine transcribe(
      Path folder, String input, String endpoint, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "transcribe",
                "--input=" + input,
                "--output=" + folder.resolve("refused"),
                "--locale=ko-KR",
                "--objectStore=minio",
                "--endpoint=" + endpoint));
    command.addAll(List.of(more));
    return CommandLine.run(command.toArray(String[]::new));
  }
}
