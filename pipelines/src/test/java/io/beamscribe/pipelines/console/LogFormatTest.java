// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFormatTest {
  @AfterEach
  void forget() {
    System.clearProperty("beamscribe.log.format");
    System.clearProperty("beamscribe.log.level");
  }

  @Test
  void isKnownBeforeTheCommandLineIsRead() {
    LogFormat.use("transcribe", "--logFormat=text", "--wrong");
    assertThat(LogFormat.current()).isEqualTo(LogFormat.TEXT);
    assertThat(System.getProperty("beamscribe.log.level")).isNull();

    LogFormat.use("transcribe", "--logFormat=json", "--wrong");
    assertThat(LogFormat.current()).isEqualTo(LogFormat.JSON);
    assertThat(System.getProperty("beamscribe.log.level")).isEqualTo("info");
  }

  @Test
  void leavesALevelThatIsSet() {
    System.setProperty("beamscribe.log.level", "debug");
    LogFormat.use("--logFormat=JSON");
    assertThat(System.getProperty("beamscribe.log.level")).isEqualTo("debug");
  }
}
