// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.pipelines.flags.Flags;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.transcribe.BatchOptions;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.speech.models.ModelListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.WebOptions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which jobs are whose, before any of them runs. */
class FlinkSupportTest {
  private final FlinkSupport support = new FlinkSupport();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"[local]", "[auto]"})
  void aJobInThisProgramIsNotHandedOver(String master) throws Exception {
    BatchOptions options = options("--flinkMaster=" + master, "--detached");

    assertThat(support.worksElsewhere(options)).isFalse();
    assertThat(support.handsOver(options)).isFalse();
    assertThat(support.endsWithProgram(options)).isTrue();
    assertUsage(options, "--detached is for jobs on a cluster, ");
  }

  @Test
  void aJobOnAClusterIsHandedOverWhereTheUserSaysSo() throws Exception {
    String here = "--flinkMaster=127.0.0.1:1";
    assertThat(support.worksElsewhere(options(here))).isTrue();
    assertThat(support.isRemote(options(here))).isFalse();
    assertThat(support.handsOver(options(here))).isFalse();
    assertThat(support.handsOver(options(here, "--detached"))).isTrue();
  }

  @Test
  void aClusterOnAnotherMachineKnowsNoPathsOfTheCurrentFolder() throws Exception {
    String there = "--flinkMaster=192.0.2.1:8081";
    assertUsage(options(there, "--output=out"), "--output=out is a path in the current folder, ");
    assertUsage(options(there, "--input=in"), "--input=in is a path in the current folder, ");
  }

  /** Flink leaves files in the folder for temporary ones, and more if the process is killed. */
  @Test
  void flinkInThisProgramKeepsItsFilesInAFolderThatGoesWithIt() throws Exception {
    assumeTrue(System.getenv("FLINK_CONF_DIR") == null, "skipped: Flink is configured here");
    FlinkPipelineOptions options = options("--flinkMaster=[local]").as(FlinkPipelineOptions.class);
    support.prepare(options);

    Configuration flink = GlobalConfiguration.loadConfiguration(options.getFlinkConfDir());
    assertThat(ConfigurationUtils.parseTempDirectories(flink))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith(options.getFlinkConfDir());
    assertThat(flink.get(WebOptions.TMP_DIR)).startsWith(options.getFlinkConfDir());

    options.setFlinkConfDir("of the user");
    support.prepare(options);
    assertThat(options.getFlinkConfDir()).isEqualTo("of the user");
  }

  private void assertUsage(BatchOptions options, String start) {
    assertThatThrownBy(() -> TranscribeJob.batch(options, ModelListener.SILENT))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(start);
  }

  private BatchOptions options(String... more) throws Exception {
    Path in = folder.resolve("a.wav");
    if (!Files.exists(in)) {
      Files.createFile(in);
    }
    List<String> flags = new ArrayList<>(List.of("--runner=FlinkRunner", "--locale=ko-KR"));
    flags.addAll(List.of(more));
    for (String each : List.of("--input=" + in, "--output=" + folder.resolve("out"))) {
      if (flags.stream().noneMatch(flag -> flag.startsWith(each.substring(0, 8)))) {
        flags.add(each);
      }
    }
    return Flags.parse(BatchOptions.class, "transcribe", flags.toArray(String[]::new))
        .as(BatchOptions.class);
  }
}
