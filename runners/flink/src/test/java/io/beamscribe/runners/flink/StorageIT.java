// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audio and results in an S3-compatible store. On a cluster: {@link SameBytesIT}. */
class StorageIT {
  private static final List<String> CLIPS =
      List.of("mp3.mp3", "opus.opus", "pcm_s16.wav", "flac.flac");

  @TempDir static Path folder;
  private static S3Server store;
  private static FaultyProxy proxy;
  private static Map<String, String> expected;

  @BeforeAll
  static void start() throws Exception {
    store = S3Server.start(Files.createFile(folder.resolve("moto.log")));
    proxy = FaultyProxy.before(store.endpoint());
    store.bucket("calls");
    store.bucket("more");
    Path audio = Files.createDirectories(folder.resolve("audio/in/a day, 50%"));
    for (String clip : CLIPS) {
      Files.copy(Shell.TESTDATA.resolve("formats").resolve(clip), audio.resolve(clip));
      store.put("calls", "in/a day, 50%/" + clip, audio.resolve(clip));
    }
    Path call = Files.createDirectories(folder.resolve("audio/more")).resolve("call.flac");
    Files.copy(Shell.TESTDATA.resolve("channels/call.flac"), call);
    store.put("more", "call.flac", call);
    store.put("calls", "in/notes.txt", "no audio");
    Output local = new Output(folder.resolve("local"));
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=" + folder.resolve("audio/in") + "/," + call,
                "--output=" + local.root(),
                "--locale=ko-KR"));
    assertThat(ended.exit()).as(ended.err()).isZero();
    expected = local.transcriptsWithoutSource();
  }

  @AfterAll
  static void stop() throws Exception {
    if (proxy != null) {
      proxy.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Test
  void severalBucketsOnBadDays() throws Exception {
    proxy.setFaults(10, 5, 5);
    try {
      Shell.Ended ended = transcribe(proxy.endpoint(), "calls/out/direct");
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("5 transcribed");
      assertThat(proxy.refused()).isPositive();
      assertThat(proxy.cut()).isPositive();
    } finally {
      proxy.setFaults(0, 0, 0);
    }
    Output output = fetched("out/direct");
    assertThat(output.transcriptsWithoutSource()).isEqualTo(expected);
    assertThat(output.count("ignoredFilesCount")).isEqualTo(1);
    assertThat(output.named("_parts")).isEmpty();
    assertThat(store.keys("calls", "out/direct/_parts")).isEmpty();

    Shell.Ended again = transcribe(store.endpoint(), "calls/out/direct");
    assertThat(again.out()).contains("5 done before");
  }

  @Test
  void readsOnlyWhatItNeedsOfALongFile() throws Exception {
    Path audio = folder.resolve("long.wav");
    LongAudio.write(audio, Shell.TESTDATA.resolve("formats/pcm_s16.wav"), 8);
    store.put("calls", "long/long.wav", audio);
    long before = proxy.bytesOut();
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=s3a://calls/long/long.wav",
                "--output=s3a://calls/out/long",
                "--locale=ko-KR",
                "--objectStore=minio",
                "--endpoint=" + proxy.endpoint()),
            S3Server.CREDENTIALS);
    assertThat(ended.exit()).as(ended.err()).isZero();
    // Once for the whole file, once block by block, and the ends of ranges.
    assertThat((proxy.bytesOut() - before) / (double) Files.size(audio)).isBetween(1.9, 2.5);
  }

  @Test
  void whatIsListedAsItWasNeedsNoReadingAndAllElseIsRead() throws Exception {
    Path audio = folder.resolve("short.wav");
    byte[] formats = Files.readAllBytes(Shell.TESTDATA.resolve("formats/pcm_s16.wav"));
    Files.write(audio, Arrays.copyOf(formats, 8044));
    for (int i = 10; i < 70; i++) {
      store.put("calls", "many/" + i + ".wav", audio);
    }
    assertThat(transcribeMany()).contains("60 transcribed");
    List<String> index = store.keys("calls", "out/many/_done/.index/");
    assertThat(index).hasSize(1);

    long before = markersRead();
    assertThat(transcribeMany()).contains("60 done before");
    assertThat(markersRead()).isEqualTo(before);
    assertThat(store.keys("calls", "out/many/_done/.index/")).isEqualTo(index);

    store.delete("calls", "out/many/_done/20.wav.json");
    String replaced = store.read("calls", "out/many/_done/30.wav.json");
    store.put(
        "calls",
        "out/many/_done/30.wav.json",
        replaced.replaceAll("(\"(settings|fingerprint)\": \")..", "$1zz"));
    assertThat(transcribeMany()).contains("2 transcribed, 58 done before");
    assertThat(store.keys("calls", "out/many/_done/.index/")).hasSize(2);

    for (String key : store.keys("calls", "out/many/_done/.index/")) {
      store.put("calls", key, "garbage");
    }
    before = markersRead();
    assertThat(transcribeMany()).contains("60 done before");
    assertThat(markersRead()).isGreaterThanOrEqualTo(before + 60);
  }

  private static String transcribeMany() throws Exception {
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=s3a://calls/many/",
                "--output=s3a://calls/out/many",
                "--locale=ko-KR",
                "--objectStore=minio",
                "--endpoint=" + store.endpoint()),
            S3Server.CREDENTIALS);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.out();
  }

  /** How often markers were read, by the store's log. */
  private static long markersRead() throws Exception {
    try (Stream<String> log = Files.lines(folder.resolve("moto.log"))) {
      return log.filter(line -> line.matches(".*GET /calls/out/many/_done/.*wav[.]json.*")).count();
    }
  }

  /** Other failures have the same code: StorageUsageTest. */
  @Test
  void saysThatThereAreNoCredentials() throws Exception {
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=s3a://calls/in/",
                "--output=" + folder.resolve("refused"),
                "--locale=ko-KR",
                "--objectStore=minio",
                "--endpoint=" + store.endpoint()),
            Map.of("AWS_EC2_METADATA_DISABLED", "true", "HOME", folder.toString()));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("There are no credentials for s3a://calls");
  }

  private static Shell.Ended transcribe(URI endpoint, String output) throws Exception {
    return Shell.run(
        Shell.beamscribe(
            "transcribe",
            "--input=s3a://calls/in/**,s3a://more/call.flac",
            "--output=s3a://" + output,
            "--locale=ko-KR",
            "--objectStore=minio",
            "--endpoint=" + endpoint),
        S3Server.CREDENTIALS);
  }

  private static Output fetched(String prefix) throws Exception {
    Path target = folder.resolve("fetched/" + prefix);
    store.fetch("calls", prefix + "/", target);
    return new Output(target);
  }
}
