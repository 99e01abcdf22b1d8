// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.transforms.telemetry.MetricNames;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerting rules name metrics, which nothing else would miss. */
class MonitoringTest {
  private static final Path FOLDER = Path.of("deploy", "monitoring");
  private static final Pattern METRIC =
      Pattern.compile("flink_taskmanager_job_task_operator_beamscribe_(\\w+)");

  @Test
  void everyMetricThatIsNamedExists() throws Exception {
    Set<String> known = known();
    for (String file : Set.of("dashboard.json", "alerts.yaml")) {
      Set<String> named = new TreeSet<>();
      METRIC
          .matcher(Files.readString(FOLDER.resolve(file)))
          .results()
          .map((MatchResult match) -> match.group(1))
          .forEach(named::add);
      // A pattern over all kinds.
      named.remove("files_failed_");
      assertThat(named).as(file).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void theDashboardIsJsonWithAQueryInEachPanel() throws Exception {
    new ObjectMapper()
        .readTree(FOLDER.resolve("dashboard.json").toFile())
        .get("panels")
        .forEach(panel -> assertThat(panel.at("/targets/0/expr").asText()).isNotEmpty());
  }

  /** As Prometheus names them. */
  private static Set<String> known() throws IllegalAccessException {
    Set<String> known = new TreeSet<>();
    for (Field field : MetricNames.class.getFields()) {
      known.add(String.valueOf(field.get(null)).replace('-', '_'));
    }
    for (ErrorKind kind : ErrorKind.values()) {
      known.add(MetricNames.FILES_FAILED.replace('-', '_') + "_" + kind.label());
    }
    return known;
  }
}
