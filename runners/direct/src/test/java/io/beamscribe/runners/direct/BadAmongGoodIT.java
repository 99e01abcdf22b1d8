// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beamscribe.speech.models.store.ModelStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses, names and files of all bad kinds among sixty good ones, in one run. */
class BadAmongGoodIT {
  private static final List<String> SPOKEN =
      List.of("pcm_s16.wav", "pcm_s24.wav", "flac.flac", "aiff.aiff", "caf.caf", "w64.w64");

  /** What the model makes of the clip in each of these formats, if only in its middle. */
  private static final String HEARD = "레벨 포인트리 아세스";

  private static final List<String> ODD_NAMES =
      List.of(
          "line\nbreak.wav",
          "100% sure.wav",
          "a%20b.wav",
          "call[1].wav",
          "a,b {c} *.wav",
          "=HYPERLINK(1).wav",
          "<img onerror=x>.wav",
          "back\\slash.wav",
          "밤 #1?.wav",
          "y.wav",
          "y.wav.json/z.wav");
  private static final int GOOD = 60;

  @TempDir Path folder;

  @Test
  void theGoodAreRightAndEachOtherHasARow() throws Exception {
    assumeTrue(
        Files.isDirectory(ModelStore.defaultRoot().resolve("vosk-small-ko")),
        "skipped: no vosk-small-ko on this machine");
    Path in = Files.createDirectories(folder.resolve("deep/er/in"));
    Output output = new Output(folder.resolve("deep/er/out"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", BadAmongGoodIT::answer);
    server.start();
    try {
      List<String> badAddresses = addresses("http://127.0.0.1:" + server.getAddress().getPort());
      int bad = badAddresses.size() + writeBad(in) + blockResult(in, output.root());
      Path list = Files.write(folder.resolve("list.txt"), badAddresses);
      writeGood(in);
      Set<Path> before = files(folder);

      Shell.Ended ended =
          Shell.run(
              Shell.beamscribe(
                  "transcribe",
                  "--input=" + in,
                  "--input=@" + list,
                  "--output=" + output.root(),
                  "--locale=ko-KR",
                  "--model=vosk-small-ko"));

      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
      JsonNode report = output.report();
      List<String> failed = new ArrayList<>();
      for (JsonNode row : report.get("details")) {
        if (!row.get("status").asText().equals("Succeeded")) {
          failed.add(row.get("source").asText() + ": " + row.path("errorKind").asText("no kind"));
          assertThat(row.path("errorMessage").asText()).as(row.toString()).isNotBlank();
        }
      }
      assertThat(failed)
          .as(ended.out())
          .hasSize(bad)
          .noneMatch(row -> row.matches(".*: (no kind|Internal)"));
      assertThat(report.get("details")).hasSize(GOOD + bad);
      for (String name : SPOKEN) {
        assertThat(text(output, name)).as(name).contains(HEARD);
      }
      Set<Path> written = files(folder);
      written.removeAll(before);
      assertThat(written).allMatch(file -> file.startsWith(output.root()));
      assertThat(ended.out() + ended.err() + report).doesNotContain("p@ss");
    } finally {
      server.stop(0);
    }
  }

  private static List<String> addresses(String server) {
    return List.of(
        "http://my_host:9/a.wav",
        "http://u:p@ss@127.0.0.1:9/x.wav",
        "http://127.0.0.1:99999/x.wav",
        "https:///x.wav",
        "ftp://127.0.0.1/x.wav",
        server + "/size.wav",
        server + "/loop.wav",
        server + "/page.wav",
        server + "/none.wav",
        server + "/../../../outside.wav");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = "<html>who are you?</html>".getBytes(StandardCharsets.UTF_8);
    int status = 404;
    if (path.equals("/size.wav")) {
      exchange.getResponseHeaders().add("Content-Range", "bytes 0-0/99999999999999999999999");
      status = 206;
    } else if (path.equals("/loop.wav")) {
      exchange.getResponseHeaders().add("Location", "/loop.wav");
      status = 302;
    } else if (path.equals("/page.wav")) {
      status = 200;
    }
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static int writeBad(Path in) throws IOException {
    byte[] flac = Files.readAllBytes(Shell.TESTDATA.resolve("formats/flac.flac"));
    Files.write(in.resolve("empty.wav"), new byte[0]);
    Files.writeString(in.resolve("text.mp3"), "no audio at all\n".repeat(500));
    Files.write(in.resolve("head.flac"), Arrays.copyOf(flac, 60));
    Files.writeString(in.resolve("riff.wav"), "RIFF\0\0\0\0WAVEfmt ");
    Files.createSymbolicLink(in.resolve("nowhere.wav"), Path.of("none.wav"));
    return 5;
  }

  /** Puts a folder where a result is to be. */
  private static int blockResult(Path in, Path out) throws IOException {
    Path blocked = in.resolve("blocked.wav"); // named from the root, which all inputs share
    Files.createDirectories(out.resolve("transcripts/" + blocked + ".json"));
    tone(blocked, 1);
    return 1;
  }

  private static void writeGood(Path in) throws IOException {
    for (String name : SPOKEN) {
      Files.copy(Shell.TESTDATA.resolve("formats").resolve(name), in.resolve(name));
    }
    for (int i = SPOKEN.size(); i < GOOD; i++) {
      int odd = i - SPOKEN.size();
      Path file = in.resolve(odd < ODD_NAMES.size() ? ODD_NAMES.get(odd) : "good-" + i + ".wav");
      Files.createDirectories(file.getParent());
      tone(file, i);
    }
  }

  /** A third of a second of faint noise, of its own in each file. */
  private static void tone(Path file, int seed) throws IOException {
    int samples = 5333;
    Random random = new Random(seed);
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    while (wav.hasRemaining()) {
      wav.putShort((short) random.nextInt(20));
    }
    Files.write(file, wav.array());
  }

  private static Set<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return new TreeSet<>(files.toList());
    }
  }

  private static String text(Output output, String name) throws IOException {
    try (Stream<Path> files = Files.walk(output.root().resolve("transcripts"))) {
      Path file = files.filter(each -> each.endsWith(name + ".txt")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
