// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.voices.VoiceCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing and deleting known voices. */
class VoicesCommandsTest {
  @TempDir Path folder;
  private VoiceCatalogue voices;

  @BeforeEach
  void know() throws Exception {
    voices = new VoiceCatalogue(folder.toString(), StorageSettings.NONE);
    for (String name : new String[] {"Anna", "Ben"}) {
      voices.write(new KnownVoice(name, "m", 12, "AACAPw=="));
    }
  }

  @Test
  void deletesAll() throws Exception {
    CommandLine run = CommandLine.run("voices", "remove", "Anna", "Ben", "--voices=" + folder);
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Anna is deleted", "Ben is deleted");
    assertThat(voices.has("Anna")).isFalse();
    assertThat(voices.has("Ben")).isFalse();
  }

  @Test
  void aDamagedVoiceIsNamed() throws Exception {
    voices.remove("Anna");
    for (String damaged :
        List.of("", "null", "{\"name\":\"Ben\",\"model\":\"m\",\"print\":\"AA\"}")) {
      Files.writeString(folder.resolve("Ben.json"), damaged);
      CommandLine run = CommandLine.run("voices", "list", "--voices=" + folder);
      assertThat(run.code()).isNotEqualTo(ExitCode.DONE);
      assertThat(run.err())
          .contains("Ben.json is not the file of a voice; delete it, or enrol the voice anew.");
    }
  }

  @Test
  void aWrongNameLeavesAllKnown() throws Exception {
    CommandLine run = CommandLine.run("voices", "remove", "Anna", "Bne", "--voices=" + folder);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("No voice is called 'Bne'");
    assertThat(voices.has("Anna")).isTrue();
  }
}
