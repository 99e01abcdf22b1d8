// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.languagemodel.Progress;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.store.RealModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real whisper-base. */
class WhisperAdaptationTest {
  private static final String TEXT =
      """
      Content like data and models is organised in the Beamscribe portal.
      From the Beamscribe portal you can play the audio that was uploaded.
      The Beamscribe portal shows the word error rate of each model.
      Sign in to the Beamscribe portal, and choose a model.
      """;

  @TempDir Path folder;

  @Test
  void whatTheModelDoesNotExpectIsFavouredAndTheRestIsNot() throws Exception {
    Model base = RealModels.get("whisper-base");
    ModelCard card = adapt(base, data(TEXT), "mine");
    List<String> lines = Files.readAllLines(folder.resolve("mine/model/text-en.tsv"));
    assertThat(worth(lines, " beamscribe")).isGreaterThan(4);
    assertThat(lines).noneMatch(line -> line.matches("[\\d.]+\t (the|and|is|to)"));
    assertThat(card.base()).isEqualTo("whisper-base");
    assertThat(card.sentences()).isEqualTo(4);
    assertThat(card.data().get(0).report().acceptedLineCount()).isEqualTo(4);

    adapt(base, data(TEXT), "again");
    try (Stream<Path> files = Files.list(folder.resolve("mine/model"))) {
      for (Path file : files.toList()) {
        Path again = folder.resolve("again/model").resolve(file.getFileName());
        assertThat(again).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void pronunciationsAndSilenceAreRefused() throws Exception {
    Model base = RealModels.get("whisper-base");
    Path words = Files.writeString(folder.resolve("words.txt"), "Beamscribe\tbeam scribe\n");
    AdaptationData pronunciations =
        new AdaptationData(List.of(), List.of(), List.of(), List.of(words));
    assertThatThrownBy(() -> adapt(base, pronunciations, "none"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("take no pronunciations");
    assertThatThrownBy(() -> adapt(base, data("\n"), "nothing"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no line");
  }

  private static double worth(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.endsWith("\t" + word) && line.split("\t").length == 2)
        .mapToDouble(line -> Double.parseDouble(line.split("\t")[0]))
        .findFirst()
        .orElse(0);
  }

  private AdaptationData data(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    return new AdaptationData(List.of(file), List.of(), List.of(), List.of());
  }

  private ModelCard adapt(Model base, AdaptationData data, String name) throws Exception {
    AdaptationOptions options =
        new AdaptationOptions(name, "en-US", OptionalDouble.empty(), OptionalLong.empty());
    return new Adaptation(base, options, Progress.NONE).make(data, folder.resolve(name));
  }
}
