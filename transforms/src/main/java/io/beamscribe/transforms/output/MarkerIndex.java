// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.values.AudioFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A cache of the contents of markers, so that listing them shows which files are finished and no
 * marker has to be read. An entry is trusted only if the store lists its marker with the same MD5,
 * as the ETag; an outdated, foreign or partial index therefore only costs extra reads.
 *
 * <p>An entry has {@value #ENTRY} bytes: the first 16 of the SHA-256 of the marker's name, the MD5
 * of the marker, the first 16 of the SHA-256 of {@link FinishedRule#identity} and the options of
 * captions, and one bit per format. Not thread-safe.
 */
@Internal
public final class MarkerIndex {
  private static final int HASH = 16;
  private static final int ENTRY = 3 * HASH + Integer.BYTES;
  private static final int SUM = 32;
  private static final byte[] BEGIN = "beamscribe markers 1\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] entries;
  private final int[] table;
  private final BitSet listed = new BitSet();

  private MarkerIndex(byte[] entries) {
    this.entries = entries;
    int size = entries.length / ENTRY;
    table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, size)) * 4)];
    for (int i = 0; i < size; i++) {
      int slot = slot(ByteBuffer.wrap(entries, i * ENTRY, HASH).getInt());
      while (table[slot] != 0) {
        slot = slot(slot + 1);
      }
      table[slot] = i + 1;
    }
  }

  /**
   * The entry of a marker, for {@link #stored}.
   *
   * @param form options of the run, for which alone the entry holds
   */
  static String entry(String name, byte[] content, DoneMarker marker, FormatOptions form) {
    int formats = 0;
    for (TranscriptFormat format : TranscriptFormat.values()) {
      if (marker.formats().contains(format.made(form))) {
        formats |= format.storedBit();
      }
    }
    ByteBuffer entry = ByteBuffer.allocate(ENTRY);
    entry.put(DigestUtils.sha256(name), 0, HASH);
    entry.put(DigestUtils.md5(content));
    entry.put(what(marker.size(), marker.version(), marker.filesDigest(), form));
    entry.putInt(formats);
    return Base64.getEncoder().encodeToString(entry.array());
  }

  private static byte[] what(long size, String version, String settings, FormatOptions form) {
    String identity = FinishedRule.identity(size, version, settings) + form.variant();
    return Arrays.copyOf(DigestUtils.sha256(identity), HASH);
  }

  /** Serialises entries. */
  static byte[] stored(Collection<String> entries) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(entries.size() * ENTRY);
    entries.forEach(entry -> all.writeBytes(Base64.getDecoder().decode(entry)));
    return stored(all.toByteArray());
  }

  private static byte[] stored(byte[] entries) {
    ByteBuffer stored = ByteBuffer.allocate(BEGIN.length + entries.length + SUM);
    stored.put(BEGIN).put(entries).put(DigestUtils.sha256(entries));
    return stored.array();
  }

  /** Approximate number of entries in so many stored bytes. */
  static long entries(long bytes) {
    return bytes / ENTRY;
  }

  /** Reads stored indexes; damaged ones are left out. */
  static MarkerIndex of(Collection<byte[]> stored) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] each : stored) {
      int length = each.length - BEGIN.length - SUM;
      if (length >= 0
          && length % ENTRY == 0
          && Arrays.equals(each, 0, BEGIN.length, BEGIN, 0, BEGIN.length)) {
        byte[] entries = Arrays.copyOfRange(each, BEGIN.length, BEGIN.length + length);
        byte[] sum = DigestUtils.sha256(entries);
        if (Arrays.equals(each, BEGIN.length + length, each.length, sum, 0, SUM)) {
          all.writeBytes(entries);
        }
      }
    }
    return new MarkerIndex(all.toByteArray());
  }

  /** An empty index. */
  public static MarkerIndex empty() {
    return new MarkerIndex(new byte[0]);
  }

  int size() {
    return entries.length / ENTRY;
  }

  /**
   * Records that a marker was listed.
   *
   * @param name below the folder of the markers
   * @param etag as listed
   */
  void list(String name, String etag) {
    byte[] md5 = md5(etag);
    if (md5.length == HASH) {
      entriesOf(name).filter(i -> has(i, HASH, md5)).forEach(listed::set);
    }
  }

  /**
   * Whether the marker of a file is listed and shows it as finished, by {@link FinishedRule}.
   *
   * @param settings as {@link ResultSettings#filesDigest} returns it
   */
  public boolean isDone(
      AudioFile file, String settings, List<TranscriptFormat> wanted, FormatOptions form) {
    if (listed.isEmpty()) {
      return false;
    }
    int formats = 0;
    for (TranscriptFormat format : wanted) {
      formats |= format.storedBit();
    }
    int all = formats;
    byte[] what = what(file.size(), file.version(), settings, form);
    return entriesOf(OutputLayout.markerName(file.path()))
        .filter(listed::get)
        .filter(i -> has(i, 2 * HASH, what))
        .anyMatch(i -> (ByteBuffer.wrap(entries).getInt(i * ENTRY + 3 * HASH) & all) == all);
  }

  /** Number of entries whose markers are listed. */
  int listed() {
    return listed.cardinality();
  }

  /** Serialises the entries whose markers are listed. */
  byte[] storedListed() {
    ByteBuffer left = ByteBuffer.allocate(listed.cardinality() * ENTRY);
    listed.stream().forEach(i -> left.put(entries, i * ENTRY, ENTRY));
    return stored(left.array());
  }

  private IntStream entriesOf(String name) {
    byte[] hash = DigestUtils.sha256(name);
    return IntStream.iterate(
            slot(ByteBuffer.wrap(hash).getInt()), slot -> table[slot] != 0, slot -> slot(slot + 1))
        .map(slot -> table[slot] - 1)
        .filter(i -> has(i, 0, hash));
  }

  private int slot(int number) {
    return number & (table.length - 1);
  }

  /** Whether an entry has the first 16 bytes of a value at an offset. */
  private boolean has(int entry, int place, byte[] value) {
    int at = entry * ENTRY + place;
    return Arrays.equals(entries, at, at + HASH, value, 0, HASH);
  }

  private static byte[] md5(String etag) {
    String hex = etag.replace("\"", "");
    try {
      return hex.length() == 2 * HASH ? HexFormat.of().parseHex(hex) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0]; // a multipart ETag, or a store whose ETag is not an MD5
    }
  }
}
