// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.time.Duration;

/**
 * Limits of decoding, and what is decoded. Those of one machine: a job does not carry them to
 * workers, each of which has its own folder for temporary files.
 *
 * @param spoolFolder where decoded audio is kept while it is used; any local disk
 * @param spoolBytes how much of it is kept for later use. What is in use is kept above that too, so
 *     that a file larger than the bound can be read, as long as the disk has room
 * @param maxDuration longest audio that a compressed file may decode to
 * @param minDecodeTime wall-clock time that any file may take; larger files get more, 1 s for each
 *     50 kB
 * @param stream which audio stream is decoded of files that have several
 */
public record AudioOptions(
    String spoolFolder,
    long spoolBytes,
    Duration maxDuration,
    Duration minDecodeTime,
    AudioStreamChoice stream) {

  /** This machine's temporary folder, 8 GiB, two days, one minute. */
  public static AudioOptions defaults() {
    return new AudioOptions(
        System.getProperty("java.io.tmpdir"),
        8L << 30,
        Duration.ofDays(2),
        Duration.ofMinutes(1),
        AudioStreamChoice.DEFAULT);
  }

  /** A copy that decodes another audio stream. */
  public AudioOptions withStream(AudioStreamChoice choice) {
    return new AudioOptions(spoolFolder, spoolBytes, maxDuration, minDecodeTime, choice);
  }
}
