// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A temporary view of a model folder with our settings. The model itself is unchanged: the view
 * links to everything except the configurations, of which it has modified copies.
 *
 * <p>Features are computed without dither, for Kaldi draws its dither from a generator that all
 * threads share. The decoder does less work for the same words (docs/recognition.md has the
 * measurements): it does not keep 200 hypotheses active where one is certain, prunes less often,
 * and computes the network for a few more frames at a time, a quarter of a second, which is how
 * often a stream learns of new words.
 */
final class TunedModel implements AutoCloseable {
  /**
   * Options by the file that they are added to; the last of two equal ones counts. The files lie in
   * {@code conf/} of today's models, in the model's folder itself of old ones.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "mfcc.conf", "--dither=0",
          "fbank.conf", "--dither=0",
          "model.conf", "--min-active=50\n--frames-per-chunk=24\n--prune-interval=50");

  private final TemporaryFolder view;

  TunedModel(Path model) throws IOException {
    view = TemporaryFolder.create("vosk");
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
      if (SETTINGS.containsKey(name)) {
        String settings = Files.readString(entry, StandardCharsets.ISO_8859_1);
        Files.writeString(
            copy, settings + "\n" + SETTINGS.get(name) + "\n", StandardCharsets.ISO_8859_1);
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
