// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two stores with a bucket of the same name, used by one process at the same time. */
@Timeout(300)
class SeveralStoresIT {
  private static final int ROUNDS = 20;

  @TempDir Path folder;

  @Test
  void eachJobReachesItsOwnStoreWithItsOwnCredentials() throws Exception {
    try (S3Server one = store("one");
        S3Server other = store("other")) {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<?>> jobs = new ArrayList<>();
      jobs.add(threads.submit(() -> use("one", settings(one, "key-of-one"), together)));
      jobs.add(threads.submit(() -> use("other", settings(other, "key-of-other"), together)));
      for (Future<?> job : jobs) {
        job.get(120, TimeUnit.SECONDS);
      }
      threads.shutdown();
      assertThat(one.read("calls", "out/result")).isEqualTo("one " + ROUNDS);
      assertThat(other.read("calls", "out/result")).isEqualTo("other " + ROUNDS);
    }
  }

  @Test
  void settingsShowNoSecret() throws Exception {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.s3a.secret.key", "never-shown");
    assertThat(StorageSettings.of(configuration).toString()).doesNotContain("never-shown");
  }

  private S3Server store(String name) throws Exception {
    S3Server store = S3Server.start(Files.createFile(folder.resolve(name + ".log")));
    store.bucket("calls");
    store.put("calls", "in/call.wav", "audio of " + name);
    return store;
  }

  private static StorageSettings settings(S3Server store, String key) {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.defaultFS", "s3a://calls");
    configuration.set("fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
    configuration.set("fs.s3a.endpoint", store.endpoint().toString());
    configuration.set("fs.s3a.endpoint.region", "us-east-1");
    configuration.set("fs.s3a.path.style.access", "true");
    configuration.set("fs.s3a.connection.ssl.enabled", "false");
    configuration.set("fs.s3a.fast.upload.buffer", "array");
    // The default client remembers what an object was when it was first read.
    configuration.set("fs.s3a.input.stream.type", "classic");
    configuration.set(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    configuration.set("fs.s3a.access.key", key);
    configuration.set("fs.s3a.secret.key", "secret");
    HadoopFileSystemOptions options = PipelineOptionsFactory.as(HadoopFileSystemOptions.class);
    options.setHdfsConfiguration(List.of(configuration));
    return StorageSettings.of(options);
  }

  private static Void use(String name, StorageSettings storage, CyclicBarrier together)
      throws Exception {
    AtomicFiles files = new AtomicFiles(storage);
    for (int round = 1; round <= ROUNDS; round++) {
      together.await(60, TimeUnit.SECONDS);
      AudioListing listing =
          AudioListing.of(List.of("s3a://calls/in/"), "s3a://calls/out", storage);
      assertThat(listing.failed()).isEmpty();
      AudioFile file = listing.files().get(0);
      try (InputStream in = Channels.newInputStream(new StoredAudio(file, storage).open())) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo("audio of " + name);
      }
      byte[] result = (name + " " + round).getBytes(StandardCharsets.UTF_8);
      files.write("s3a://calls/out/result", result);
      assertThat(files.read("s3a://calls/out/result").orElseThrow()).isEqualTo(result);
    }
    return null;
  }
}
