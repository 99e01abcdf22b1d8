// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.models.convert.ModelLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that make a folder a Vosk model, in either of the two layouts that Vosk reads. */
public final class VoskLayout implements ModelLayout {
  @Override
  public String engine() {
    return "vosk";
  }

  @Override
  public String title() {
    return "Vosk";
  }

  @Override
  public Optional<String> lacks(Path folder) {
    boolean old =
        Files.isRegularFile(folder.resolve("final.mdl"))
            && Files.notExists(folder.resolve("am/final.mdl"));
    List<String> needed =
        old
            ? List.of("final.mdl", "mfcc.conf")
            : List.of("am/final.mdl", "conf/mfcc.conf", "conf/model.conf");
    for (String name : needed) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        return Optional.of(name);
      }
    }
    Path graph = old ? folder : folder.resolve("graph");
    boolean whole = Files.isRegularFile(graph.resolve("HCLG.fst"));
    boolean split =
        Files.isRegularFile(graph.resolve("HCLr.fst"))
            && Files.isRegularFile(graph.resolve("Gr.fst"));
    return whole || split
        ? Optional.empty()
        : Optional.of("a decoding graph (HCLG.fst, or HCLr.fst with Gr.fst)");
  }
}
