package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.recognition.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A temporary view of a model folder in which features are computed without dither, for Kaldi draws
 * its dither from a generator that all threads share. The model itself stays as it is: the view
 * links to everything but the feature configuration, which it has a changed copy of.
 */
final class DitherlessModel implements AutoCloseable {
  /** In {@code conf/} of today's models, in the model's folder itself of old ones. */
  private static final Set<String> FEATURES = Set.of("mfcc.conf", "fbank.conf");

  private final TemporaryFolder view;

  DitherlessModel(Path model) throws IOException {
    view = TemporaryFolder.create("beamscribe-vosk-");
    try {
      mirror(model.toRealPath(), view.path());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  Path folder() {
    return view.path();
  }

  private static void mirror(Path from, Path to) throws IOException {
    for (Path entry : entries(from)) {
      String name = entry.getFileName().toString();
      Path copy = to.resolve(name);
      if (FEATURES.contains(name)) {
        String features = Files.readString(entry, StandardCharsets.ISO_8859_1);
        // The last of two equal options counts.
        Files.writeString(copy, features + "\n--dither=0\n", StandardCharsets.ISO_8859_1);
      } else if (name.equals("conf") && Files.isDirectory(entry)) {
        mirror(entry, Files.createDirectory(copy));
      } else {
        Files.createSymbolicLink(copy, entry);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  @Override
  public void close() throws IOException {
    view.close();
  }
}
