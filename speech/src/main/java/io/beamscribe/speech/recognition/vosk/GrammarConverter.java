// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.languagemodel.ConstFstWriter;
import io.beamscribe.speech.languagemodel.NgramFst;
import io.beamscribe.speech.languagemodel.UnsupportedFormatException;
import io.beamscribe.speech.models.convert.ModelConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the language model {@code Gr.fst} of a Vosk model from type {@code ngram} to type {@code
 * const}: the same text for less CPU and memory (measured in docs/models.md).
 */
public final class GrammarConverter implements ModelConverter {
  private static final Logger LOG = LoggerFactory.getLogger(GrammarConverter.class);

  @Override
  public String name() {
    return "vosk-const-grammar";
  }

  @Override
  public String engine() {
    return "vosk";
  }

  @Override
  public boolean applies(Path folder) {
    return NgramFst.isNgram(grammar(folder));
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public void convert(Path folder) throws IOException {
    Path grammar = grammar(folder);
    Path fresh = grammar.resolveSibling("Gr.fst.new");
    try {
      ConstFstWriter.write(NgramFst.open(grammar), fresh);
      Files.move(fresh, grammar, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedFormatException e) {
      LOG.warn("{} is left as it is: {}", grammar.getFileName(), e.getMessage());
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** In either of the two layouts of Vosk models. */
  private static Path grammar(Path folder) {
    return List.of(folder.resolve("graph/Gr.fst"), folder.resolve("Gr.fst")).stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(folder.resolve("Gr.fst"));
  }
}
