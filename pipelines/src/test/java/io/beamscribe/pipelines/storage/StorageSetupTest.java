// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class StorageSetupTest {
  @Test
  void laysTheSettingsOfTheUserOverOurs() throws Exception {
    HadoopFileSystemOptions options =
        PipelineOptionsFactory.fromArgs(
                "--hdfsConfiguration=[{\"fs.s3a.requester.pays.enabled\": \"true\","
                    + " \"fs.s3a.threads.max\": \"7\"}]")
            .as(HadoopFileSystemOptions.class);

    StorageSetup.prepareUnchecked(options, List.of("s3a://calls/in/"));
    StorageSetup.prepareUnchecked(options, List.of("s3a://other/in/"));

    assertThat(options.getHdfsConfiguration()).hasSize(1);
    Configuration all = options.getHdfsConfiguration().get(0);
    assertThat(all.get("fs.s3a.requester.pays.enabled")).isEqualTo("true");
    assertThat(all.get("fs.s3a.threads.max")).isEqualTo("7");
    assertThat(all.get("fs.s3a.impl")).isEqualTo("org.apache.hadoop.fs.s3a.S3AFileSystem");
    assertThat(all.get("fs.defaultFS")).isEqualTo("s3a://calls");
  }

  /** One address of a list must not fail the others: the job gives it a row. */
  @Test
  void anAddressOfAListThatNamesNoBucketIsPassedOver() throws Exception {
    HadoopFileSystemOptions options = PipelineOptionsFactory.as(HadoopFileSystemOptions.class);

    StorageSetup.prepareUnchecked(
        options, List.of("s3a:///x", "s3a://AKIA1:SECRET@b/x", "s3a://*/x", "s3a://calls/in/"));

    assertThat(options.getHdfsConfiguration().get(0).get("fs.defaultFS")).isEqualTo("s3a://calls");

    HadoopFileSystemOptions none = PipelineOptionsFactory.as(HadoopFileSystemOptions.class);
    StorageSetup.prepareUnchecked(none, List.of("s3a:///x"));

    assertThat(none.getHdfsConfiguration()).isNull();
  }
}
