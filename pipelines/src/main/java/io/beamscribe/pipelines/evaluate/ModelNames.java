// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Short names for models and results, which are also names of folders. */
final class ModelNames {
  private ModelNames() {}

  /** The last part of each address; with the parts above it, or a number, where they are alike. */
  static List<String> of(List<String> addresses) {
    List<String> names = new ArrayList<>();
    for (int parts = 1; parts <= 3; parts++) {
      int most = parts;
      names = addresses.stream().map(address -> last(address, most)).toList();
      if (names.stream().distinct().count() == names.size()) {
        return names;
      }
    }
    return List.of(names.get(0) + "-1", names.get(1) + "-2");
  }

  private static String last(String address, int parts) {
    String[] all = address.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").split("/+");
    String name =
        String.join("-", List.of(all).subList(Math.max(0, all.length - parts), all.length));
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceFirst("^[._]+", "");
    return safe.isEmpty() ? "results" : safe;
  }
}
