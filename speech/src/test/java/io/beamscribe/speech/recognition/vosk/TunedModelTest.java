// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedModelTest {
  @TempDir private Path model;

  @Test
  void onlyTheFeaturesOfTodaysLayoutAreChanged() throws Exception {
    write("am/final.mdl", "network");
    write("conf/mfcc.conf", "--num-ceps=40"); // without an end of line
    write("conf/model.conf", "--beam=10.0\n");
    write("rescore/G.carpa", "arpa");
    write("rnnlm/final.raw", "rnn");
    Path view;
    try (TunedModel tuned = new TunedModel(model)) {
      view = tuned.folder();
      assertThat(view.resolve("conf/mfcc.conf")).hasContent("--num-ceps=40\n--dither=0");
      assertThat(view.resolve("conf/model.conf"))
          .hasContent("--beam=10.0\n\n--min-active=50\n--frames-per-chunk=24\n--prune-interval=50");
      assertThat(view.resolve("am/final.mdl")).hasContent("network");
      assertThat(view.resolve("rescore/G.carpa")).hasContent("arpa");
      assertThat(view.resolve("rnnlm/final.raw")).hasContent("rnn");
    }
    assertThat(view).doesNotExist();
    assertThat(model.resolve("conf/mfcc.conf")).hasContent("--num-ceps=40");
    assertThat(model.resolve("rescore/G.carpa")).hasContent("arpa");
  }

  @Test
  void oldModelsHaveTheirFeaturesBesideTheRest() throws Exception {
    write("final.mdl", "network");
    write("mfcc.conf", "--dither=1\n");
    try (TunedModel tuned = new TunedModel(model)) {
      assertThat(Files.readAllLines(tuned.folder().resolve("mfcc.conf"))).endsWith("--dither=0");
      assertThat(tuned.folder().resolve("final.mdl")).hasContent("network");
    }
  }

  @Test
  void noModelNoView() {
    assertThatThrownBy(() -> new TunedModel(model.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private void write(String name, String content) throws IOException {
    Path file = model.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
