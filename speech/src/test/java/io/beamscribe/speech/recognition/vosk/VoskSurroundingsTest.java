// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM in a poor environment recognises the same as this one, or says what is wrong. */
class VoskSurroundingsTest {
  @TempDir private Path folder;

  @Test
  void neitherLocaleNorHomeMatters() throws Exception {
    String expected;
    try (Engine engine = new VoskEngineProvider().open(Shared.model())) {
      expected = text(engine);
    }
    assertThat(expected).containsPattern("\\p{IsHangul}");
    assertThat(recognizeInChild("-Dfile.encoding=ISO-8859-1", "-Djna.encoding=ISO-8859-1"))
        .isEqualTo(expected);
  }

  @Test
  void aFolderThatTakesNoLibraryIsNamed() throws Exception {
    assertThat(recognizeInChild("-Djna.tmpdir=/proc"))
        .contains("The Vosk library could not be loaded")
        .contains("-Djna.tmpdir=FOLDER");
  }

  private String recognizeInChild(String... options) throws Exception {
    Path out = folder.resolve("out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Poor.class.getName()));
    command.add(Shared.model().toString());
    command.add(out.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("HOME", "/proc");
    builder.environment().remove("XDG_CACHE_HOME");
    // A JVM reports on its standard error that it took these.
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process child = builder.start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(printed).isZero();
    assertThat(printed).as("Kaldi keeps quiet").isEmpty();
    return Files.readString(out);
  }

  /** Writes what it recognises in UTF-8. */
  static final class Poor {
    public static void main(String[] args) throws Exception {
      String result;
      try (Engine engine = new VoskEngineProvider().open(Path.of(args[0]))) {
        result = text(engine);
      } catch (SpeechException e) {
        result = e.getMessage();
      }
      Files.writeString(Path.of(args[1]), result);
    }
  }

  private static String text(Engine engine) throws SpeechException {
    float[] samples = Arrays.copyOf(Shared.korean(2).samples(), 4 * 16_000);
    List<Phrase> phrases =
        engine.recognize(new SpeechSegment(0, 0, samples), RecognitionOptions.DEFAULT).phrases();
    return phrases.stream().map(phrase -> phrase.best().display()).collect(Collectors.joining(" "));
  }
}
