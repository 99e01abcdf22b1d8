// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import io.beamscribe.transforms.listing.AudioLengths;
import io.beamscribe.transforms.values.AudioFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Guesses the length of compressed audio by its size: a few files of each extension are decoded for
 * the bytes that they take for a second. Not thread-safe.
 */
final class LengthGuess {
  private static final int SAMPLES = 5;
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final AudioLengths lengths;
  private final Map<String, Double> secondsPerByte = new HashMap<>();

  LengthGuess(AudioLengths lengths) {
    this.lengths = lengths;
  }

  /** The length of one of some files. */
  double seconds(AudioFile file, List<AudioFile> all) {
    return secondsPerByte.computeIfAbsent(extension(file), kind -> measured(kind, all))
        * Math.max(0, file.size());
  }

  private double measured(String extension, List<AudioFile> all) {
    List<AudioFile> alike =
        all.stream()
            .filter(file -> extension(file).equals(extension) && file.size() > 0)
            .sorted(Comparator.comparingLong(AudioFile::size).thenComparing(AudioFile::path))
            .toList();
    double seconds = 0;
    long bytes = 0;
    for (int i = 0; i < Math.min(SAMPLES, alike.size()); i++) {
      AudioFile sample = alike.get(i * alike.size() / Math.min(SAMPLES, alike.size()));
      if (bytes > 0 && bytes + sample.size() > MOST_BYTES) {
        break;
      }
      double length = lengths.decoded(sample);
      seconds += length;
      bytes += length > 0 ? sample.size() : 0;
    }
    return bytes == 0 ? 0 : seconds / bytes;
  }

  private static String extension(AudioFile file) {
    int dot = file.path().lastIndexOf('.');
    return dot < 0 ? "" : file.path().substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
