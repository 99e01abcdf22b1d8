package io.beamscribe.speech.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that make a folder a Vosk model, in either of the two layouts that Vosk reads. */
final class VoskLayout {
  static final String ENGINE = "vosk";
  private static final int DEEPEST = 3;

  private VoskLayout() {}

  /** What the folder lacks to be a model, or empty if it is one. */
  static Optional<String> lacks(Path folder) {
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

  /** The model in or not far below a folder, as archives often hold one folder around it. */
  static Optional<Path> search(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(Files::isDirectory)
          .filter(each -> lacks(each).isEmpty())
          .min(Comparator.comparing(Path::getNameCount).thenComparing(path -> path));
    }
  }
}
