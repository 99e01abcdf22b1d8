// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.util.construction.PipelineOptionsTranslation;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {
  private static final String SECRET = "never-shown";
  private static final AtomicInteger ASKED = new AtomicInteger();

  private final CredentialsOptions options =
      PipelineOptionsFactory.create().as(CredentialsOptions.class);

  StorageSettingsTest() {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
    options.as(HadoopFileSystemOptions.class).setHdfsConfiguration(List.of(configuration));
  }

  @Test
  void credentialsOfAJobTravelToItsWorkersAndAreAskedForAnew() throws Exception {
    options.setCredentialsSupplier(
        () -> StorageCredentials.ofSession("key", SECRET, "token " + ASKED.incrementAndGet()));

    StorageSettings there = SerializableUtils.clone(StorageSettings.of(options));

    assertThat(there.byName())
        .containsEntry("fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem")
        .containsEntry(
            "fs.s3a.aws.credentials.provider",
            "org.apache.hadoop.fs.s3a.TemporaryAWSCredentialsProvider")
        .containsEntry("fs.s3a.access.key", "key")
        .containsEntry("fs.s3a.secret.key", SECRET)
        .containsEntry("fs.s3a.session.token", "token 1");
    assertThat(there.byName()).containsEntry("fs.s3a.session.token", "token 2");
  }

  @Test
  void credentialsThatLastHaveNoToken() throws Exception {
    options.setCredentialsSupplier(() -> StorageCredentials.of("key", SECRET));

    assertThat(StorageSettings.of(options).byName())
        .containsEntry(
            "fs.s3a.aws.credentials.provider",
            "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider")
        .doesNotContainKey("fs.s3a.session.token");
  }

  @Test
  void nothingShowsASecret() throws Exception {
    String secret = SECRET;
    options.setCredentialsSupplier(() -> StorageCredentials.of("key", secret));

    assertThat(StorageSettings.of(options).toString()).doesNotContain(SECRET);
    assertThat(options.getCredentialsSupplier().get().toString()).doesNotContain(SECRET);
    assertThat(options.toString()).doesNotContain(SECRET);
    assertThat(DisplayData.from(options).toString()).doesNotContain(SECRET);
    assertThat(PipelineOptionsTranslation.toJson(options))
        .doesNotContain(SECRET)
        .doesNotContain("credentialsSupplier");
    assertThat(new ObjectMapper().writeValueAsString(options)).doesNotContain(SECRET);
  }
}
