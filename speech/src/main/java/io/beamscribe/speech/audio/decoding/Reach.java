// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import io.beamscribe.speech.audio.sniff.Sniffed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the packets of a file go, of whatever stream: what a header claims is for the longest of
 * its streams, and that need not be the audio. Nothing is decoded.
 */
final class Reach {
  private static final Pattern UNIT = Pattern.compile("#tb (\\d+): (\\d{1,9})/(\\d{1,9})");
  private static final Pattern PACKET =
      Pattern.compile("(\\d+), +-?\\d+, +(-?\\d{1,17}), +(\\d{1,17}),.*");

  private Reach() {}

  /** The end of the last packet, in milliseconds from the beginning of the file. */
  static long millis(Sniffed found, StoredFile file, Duration limit)
      throws SpeechException, IOException {
    try (FfmpegChild child =
            new FfmpegChild(
                FfmpegProgram.find(), ChildArguments.measure(found), file.redirect(), limit);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.US_ASCII))) {
      long end = end(lines);
      child.await();
      return end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadErrors.interrupted("a file");
    }
  }

  private static long end(BufferedReader lines) throws IOException {
    Map<String, Double> units = new HashMap<>();
    double end = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher unit = UNIT.matcher(line);
      Matcher packet = PACKET.matcher(line);
      if (unit.matches()) {
        units.put(unit.group(1), Double.parseDouble(unit.group(2)) / Long.parseLong(unit.group(3)));
      } else if (packet.matches()) {
        long last = Long.parseLong(packet.group(2)) + Long.parseLong(packet.group(3));
        end = Math.max(end, last * units.getOrDefault(packet.group(1), 0.0));
      }
    }
    return Math.round(end * 1000);
  }
}
