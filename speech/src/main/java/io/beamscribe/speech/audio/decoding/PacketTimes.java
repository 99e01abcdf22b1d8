// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of decoded packets, which a child writes to a file of its own beside the samples. The
 * file is deleted on close.
 */
final class PacketTimes implements AutoCloseable {
  /** Time and number of samples, both at the rate of the output. */
  static final String FORMAT = "{pts} {samp}";

  private static final Pattern LINE = Pattern.compile("(-?\\d{1,17}) (\\d{1,9})");

  private final Path file;

  PacketTimes(Path folder) throws IOException {
    file = Files.createTempFile(folder, "packets", ".times");
  }

  Path file() {
    return file;
  }

  /** Reads what the child has written, after its end. */
  Timeline timeline(long longest) throws IOException {
    Timeline timeline = new Timeline(longest);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher packet = LINE.matcher(line);
        if (packet.matches()) {
          timeline.add(Long.parseLong(packet.group(1)), Long.parseLong(packet.group(2)));
        }
      }
    }
    return timeline;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
