// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.List;

/**
 * One of the ways that a sentence might have been said.
 *
 * @param parts as {@link Segmenter#parts}
 * @param share of the sentence's one count; those of all its versions add up to 1
 */
record TextVersion(List<int[]> parts, double share) {
  TextVersion {
    parts = List.copyOf(parts);
  }

  void count(NgramCounts counts) {
    for (int[] part : parts) {
      counts.add(share, part);
    }
  }
}
