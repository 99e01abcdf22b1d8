// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.http.Addresses;
import java.util.List;

/**
 * The common folder of all inputs. Results keep the path below it, so that no two files get the
 * same name. Files from the web keep host and path; inputs in different stores have no common
 * folder, so the scheme becomes one.
 */
record CommonFolder(List<String> names) {

  static CommonFolder of(List<InputPattern> patterns) {
    List<String> shared = null;
    for (InputPattern pattern : patterns) {
      List<String> names = folder(pattern.folder());
      if (shared == null || Addresses.isWeb(pattern.folder())) {
        shared = Addresses.isWeb(pattern.folder()) ? List.of() : names;
        continue;
      }
      int same = 0;
      while (same < shared.size()
          && same < names.size()
          && shared.get(same).equals(names.get(same))) {
        same++;
      }
      shared = shared.subList(0, same);
    }
    return new CommonFolder(shared == null ? List.of() : List.copyOf(shared));
  }

  /** The names of a folder, which may end with a slash. */
  private static List<String> folder(String address) {
    return Addresses.names(address.replaceFirst("(?<=[^/])/$", ""));
  }

  /** The path below this folder of the one file that an input names. */
  String below(InputPattern file) {
    return below(Addresses.isLocal(file.text()) ? InputPattern.absolute(file.text()) : file.text());
  }

  /** The path of an absolute address below this folder. */
  String below(String address) {
    List<String> all = Addresses.names(address);
    return String.join("/", all.subList(Math.min(names.size(), all.size() - 1), all.size()));
  }
}
