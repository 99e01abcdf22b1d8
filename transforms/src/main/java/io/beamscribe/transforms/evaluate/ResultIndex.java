// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.scoring.hypotheses.HypothesisFiles;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the result of a file by the name that a reference gives it: the path below the folder, or
 * the end of one, with or without the extension of the audio. Of an output folder of ours, results
 * with a marker count.
 */
final class ResultIndex {
  /** Addresses by each end of their paths; of several, an ambiguous end has them all. */
  private final Map<String, Set<String>> byEnd = new HashMap<>();

  /** Addresses by their whole paths. */
  private final Map<String, String> byPath = new HashMap<>();

  private ResultIndex() {}

  static ResultIndex of(String folder, StorageSettings storage) throws IOException {
    String root =
        folder.length() > 1 && folder.endsWith("/")
            ? folder.substring(0, folder.length() - 1)
            : folder;
    AtomicFiles files = new AtomicFiles(storage);
    OutputLayout output = new OutputLayout(root, storage);
    Set<String> finished = new HashSet<>();
    for (String marker : files.list(output.markers())) {
      if (marker.endsWith(".json")) {
        finished.add(
            marker.substring(marker.indexOf(output.markers()) + output.markers().length() + 1));
      }
    }
    String base = finished.isEmpty() ? root : output.transcripts();
    ResultIndex index = new ResultIndex();
    List<String> found = files.list(base);
    Map<String, String> best = new HashMap<>();
    for (String extension : HypothesisFiles.EXTENSIONS) {
      for (String address : found) {
        String path = address.substring(address.indexOf(base) + base.length() + 1);
        boolean taken =
            finished.isEmpty() ? !OutputLayout.isNoTranscript(path) : isFinished(path, finished);
        if (path.endsWith("." + extension) && taken) {
          best.putIfAbsent(path.substring(0, path.length() - extension.length() - 1), address);
        }
      }
    }
    best.forEach(index::add);
    return index;
  }

  private static boolean isFinished(String path, Set<String> finished) {
    return finished.contains(path.substring(0, path.lastIndexOf('.') + 1) + "json");
  }

  private void add(String path, String address) {
    byPath.put(path, address);
    for (String name : List.of(path, withoutExtension(path))) {
      for (int at = 0; at >= 0; at = name.indexOf('/', at) + 1) {
        byEnd.computeIfAbsent(name.substring(at), key -> new TreeSet<>()).add(address);
        if (name.indexOf('/', at) < 0) {
          break;
        }
      }
    }
  }

  /** The addresses of the results of a file; more than one if it is not clear which is meant. */
  List<String> find(String file) {
    String path =
        file.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*:/+", "").replaceFirst("^(\\./|/)+", "");
    for (String name : List.of(path, withoutExtension(path))) {
      String exact = byPath.get(name);
      if (exact != null) {
        return List.of(exact);
      }
      Set<String> ends = byEnd.get(name);
      if (ends != null) {
        return List.copyOf(ends);
      }
      // The reference may name folders above those of the results.
      for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
        String below = byPath.get(name.substring(at + 1));
        if (below != null) {
          return List.of(below);
        }
      }
    }
    return List.of();
  }

  /** A name without folders and extension. */
  static String base(String name) {
    return withoutExtension(name.substring(name.lastIndexOf('/') + 1));
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 && name.length() - dot <= 6
        ? name.substring(0, dot)
        : name;
  }
}
