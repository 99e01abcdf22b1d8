// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.commands.DiarizeCommand;
import io.beamscribe.pipelines.commands.RenderCommand;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.rewrite.DiarizeOptions;
import io.beamscribe.pipelines.rewrite.RenderOptions;
import io.beamscribe.pipelines.rewrite.RewriteOptions;
import io.beamscribe.pipelines.storage.ObjectStore;
import io.beamscribe.pipelines.storage.StorageOptions;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.runners.direct.Shell;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.storage.StorageCredentials;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole jobs at once in one process, each with its own store and credentials, which the other store
 * does not know. Buckets and names are the same in both.
 */
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobsOfTwoStoresIT {
  private static final List<String> CLIPS = List.of("korean-1.flac", "korean-2.flac");

  /** By which one result is told from the other. */
  private static final List<String> LENGTHS =
      List.of("\"duration\": \"PT3.306S\"", "\"duration\": \"PT3.977S\"");

  private static final List<String> RESULTS = List.of("s3a://calls/out/transcripts/*.json");

  @TempDir static Path folder;
  private static final List<GuardedStore> STORES = new ArrayList<>();
  private static final List<StorageCredentials> CREDENTIALS = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    for (String clip : CLIPS) {
      GuardedStore store = GuardedStore.start(Files.createFile(folder.resolve(clip + ".log")));
      STORES.add(store);
      CREDENTIALS.add(STORES.size() == 1 ? store.user() : store.session());
      store.server().bucket("calls");
      store.server().put("calls", "in/a call.flac", Shell.TESTDATA.resolve("speech/" + clip));
      store.server().put("calls", "words.txt", "abc\n");
      store.guard();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (GuardedStore store : STORES) {
      store.close();
    }
  }

  @Test
  @Order(1)
  void eachJobTranscribesWhatIsInItsOwnStore() throws Exception {
    List<JobHandle<RunReport>> jobs =
        together(
            store -> {
              TranscribeOptions options = transcribe("s3a://calls/out");
              options.setInput(List.of("s3a://calls/in/*"));
              reach(options, store, CREDENTIALS.get(store));
              return TranscribeJob.submit(options, ModelListener.SILENT);
            });

    for (JobHandle<RunReport> job : jobs) {
      job.await();
      assertThat(job.state()).isEqualTo(PipelineResult.State.DONE);
      assertThat(job.result().report().counts()).containsEntry(FileStatus.SUCCEEDED, 1);
    }
    for (int store = 0; store < 2; store++) {
      assertThat(read(store, "out/transcripts/a call.flac.json")).contains(LENGTHS.get(store));
    }
  }

  @Test
  @Order(2)
  void resultsAreWrittenAgainEachInItsOwnStore() throws Exception {
    together(
        store -> {
          RenderOptions options = PipelineOptionsFactory.create().as(RenderOptions.class);
          options.setInput(RESULTS);
          options.setFormats(List.of("txt"));
          return rewrite(store, new RenderCommand(), options);
        });
    together(
        store -> {
          DiarizeOptions options = PipelineOptionsFactory.create().as(DiarizeOptions.class);
          options.setInput(RESULTS);
          options.setFormats(List.of("txt"));
          return rewrite(store, new DiarizeCommand(), options);
        });

    for (int store = 0; store < 2; store++) {
      String text = read(store, "out/transcripts/a call.flac.txt");
      assertThat(read(store, "render/a call.flac.txt")).isEqualTo(text);
      assertThat(read(store, "diarize/a call.flac.txt")).isEqualTo(text);
    }
    assertThat(read(0, "render/a call.flac.txt")).isNotEqualTo(read(1, "render/a call.flac.txt"));
  }

  @Test
  @Order(3)
  void credentialsOfTheOtherStoreAreRefusedAndNotShown() {
    TranscribeOptions options = transcribe("s3a://calls/refused");
    options.setInput(List.of("s3a://calls/in/"));
    reach(options, 0, CREDENTIALS.get(1));

    assertThatThrownBy(() -> TranscribeJob.submit(options, ModelListener.SILENT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("does not accept the credentials")
        .hasMessageNotContaining(CREDENTIALS.get(1).secretKey());
    assertThat(options.toString()).doesNotContain(CREDENTIALS.get(1).secretKey());
  }

  /** What is done for a store, by its number. */
  private interface ForStore<T> {
    T of(int store) throws Exception;
  }

  /** Does the same for both stores at the same time. */
  private static <T> List<T> together(ForStore<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier begin = new CyclicBarrier(2);
    List<Future<T>> started = new ArrayList<>();
    for (int store = 0; store < 2; store++) {
      int index = store;
      Callable<T> one =
          () -> {
            begin.await(60, TimeUnit.SECONDS);
            return work.of(index);
          };
      started.add(threads.submit(one));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : started) {
      results.add(one.get());
    }
    threads.shutdown();
    return results;
  }

  private static Void rewrite(int store, Command command, RewriteOptions options) throws Exception {
    options.setOutput("s3a://calls/" + command.info().name());
    options.setProfanityWords(List.of("@s3a://calls/words.txt"));
    reach(options, store, CREDENTIALS.get(store));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = command.run(options, List.of(), new Console(print, print, false));
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
    return null;
  }

  private static TranscribeOptions transcribe(String output) {
    TranscribeOptions options = PipelineOptionsFactory.create().as(TranscribeOptions.class);
    options.setOutput(output);
    options.setLocale("ko-KR");
    options.setDiarization(true);
    options.setKeepEmbeddings(true);
    options.setFormats(List.of("json", "txt"));
    options.setRunner(FlinkRunner.class);
    options.as(FlinkPipelineOptions.class).setFlinkMaster("[local]");
    options.as(FlinkPipelineOptions.class).setParallelism(1);
    return options;
  }

  private static void reach(StorageOptions options, int store, StorageCredentials credentials) {
    String access = credentials.accessKey();
    String secret = credentials.secretKey();
    String token = credentials.sessionToken().orElse("");
    options.setObjectStore(ObjectStore.MINIO);
    options.setEndpoint(STORES.get(store).endpoint().toString());
    options.setCredentialsSupplier(
        () ->
            token.isEmpty()
                ? StorageCredentials.of(access, secret)
                : StorageCredentials.ofSession(access, secret, token));
  }

  private static String read(int store, String key) throws Exception {
    STORES.get(store).open();
    try {
      return STORES.get(store).server().read("calls", key);
    } finally {
      STORES.get(store).guard();
    }
  }
}
