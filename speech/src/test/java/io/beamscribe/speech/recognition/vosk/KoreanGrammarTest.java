// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.languagemodel.ConstFstWriter;
import io.beamscribe.speech.languagemodel.NgramFst;
import io.beamscribe.speech.languagemodel.NgramFstWriter;
import io.beamscribe.speech.models.store.RealModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language model of the Korean model: 433,286 contexts, 2,686,170 futures. */
class KoreanGrammarTest {
  /** Of the const file that an independent program makes of the same model. */
  private static final String EXPECTED =
      "12e87dd66cf4446a587a4e4e3f64917978447ee4d53d830ea5966deb9fc0eb1d";

  @TempDir static Path folder;
  private static Path grammar;

  @BeforeAll
  static void fetch() {
    grammar = RealModels.koreanGrammarAsPublished();
  }

  @Test
  void isReadWithoutLoss() throws IOException {
    assertThat(NgramFstWriter.write(NgramFst.open(grammar))).isEqualTo(Files.readAllBytes(grammar));
  }

  @Test
  void becomesTheSameConstAsElsewhere() throws Exception {
    Path converted = folder.resolve("const");
    ConstFstWriter.write(NgramFst.open(grammar), converted);
    assertThat(DigestUtils.sha256Hex(Files.readAllBytes(converted))).isEqualTo(EXPECTED);
  }

  /** 32 MB of heap are enough for a model of 48 MB that becomes one of 70 MB. */
  @Test
  void needsLittleMemory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Convert.class.getName(),
                grammar.toString(),
                folder.resolve("small").toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  /** Converts in a process of its own. */
  static final class Convert {
    public static void main(String[] args) throws IOException {
      ConstFstWriter.write(NgramFst.open(Path.of(args[0])), Path.of(args[1]));
    }
  }
}
