// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.transcription.FileChoice;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of the settings of files, each of which is computed once. Not thread-safe. */
final class FileDigests {
  private final ResultSettings all;
  private final Map<@Nullable FileChoice, String> known = new HashMap<>();

  FileDigests(ResultSettings all) {
    this.all = all;
  }

  /** As {@link ResultSettings#filesDigest} of the file returns it. */
  String of(AudioFile file) {
    return known.computeIfAbsent(file.choice(), choice -> file.settings(all).filesDigest());
  }
}
