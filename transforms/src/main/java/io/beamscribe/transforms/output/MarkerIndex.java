package io.beamscribe.transforms.output;

import io.beamscribe.speech.formats.TranscriptFormat;
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
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What was in markers when they were written or read, so that a listing of them says which files
 * are done and no marker has to be read: a store names the MD5 of each object. An entry is believed
 * only of a marker that is listed with the MD5 which the entry has; so an index that is old, of
 * somebody else or in parts costs reading, and nothing else.
 *
 * <p>A mark is of {@value #MARK} bytes: the first 16 of the SHA-256 of the marker's name, the MD5
 * of the marker, the first 16 of the SHA-256 of what a file must have to be the one that is done,
 * and a bit for each format. Not thread-safe.
 */
public final class MarkerIndex {
  private static final int HASH = 16;
  private static final int MARK = 3 * HASH + Integer.BYTES;
  private static final int SUM = 32;
  private static final byte[] BEGIN = "beamscribe markers 1\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] marks;
  private final int[] table;
  private final BitSet listed = new BitSet();

  private MarkerIndex(byte[] marks) {
    this.marks = marks;
    int size = marks.length / MARK;
    table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, size)) * 4)];
    for (int i = 0; i < size; i++) {
      int slot = slot(ByteBuffer.wrap(marks, i * MARK, HASH).getInt());
      while (table[slot] != 0) {
        slot = slot(slot + 1);
      }
      table[slot] = i + 1;
    }
  }

  /** The mark of a marker, for {@link #stored}. */
  static String mark(String name, byte[] content, DoneMarker marker) {
    int formats = 0;
    for (String format : marker.formats()) {
      formats |= TranscriptFormat.find(format).map(TranscriptFormat::storedBit).orElse(0);
    }
    ByteBuffer mark = ByteBuffer.allocate(MARK);
    mark.put(DigestUtils.sha256(name), 0, HASH);
    mark.put(DigestUtils.md5(content));
    mark.put(what(marker.size(), marker.version(), marker.settings()));
    mark.putInt(formats);
    return Base64.getEncoder().encodeToString(mark.array());
  }

  private static byte[] what(long size, String version, String settings) {
    String all = size + "\n" + version + "\n" + settings;
    return Arrays.copyOf(DigestUtils.sha256(all), HASH);
  }

  /** Marks as they are stored. */
  static byte[] stored(Collection<String> marks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(marks.size() * MARK);
    marks.forEach(mark -> all.writeBytes(Base64.getDecoder().decode(mark)));
    return stored(all.toByteArray());
  }

  private static byte[] stored(byte[] marks) {
    ByteBuffer stored = ByteBuffer.allocate(BEGIN.length + marks.length + SUM);
    stored.put(BEGIN).put(marks).put(DigestUtils.sha256(marks));
    return stored.array();
  }

  /** How many marks are in so many stored bytes, about. */
  static long marks(long bytes) {
    return bytes / MARK;
  }

  /** The index of all that is whole of what was stored; what is not is left out. */
  static MarkerIndex of(Collection<byte[]> stored) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] each : stored) {
      int length = each.length - BEGIN.length - SUM;
      if (length >= 0
          && length % MARK == 0
          && Arrays.equals(each, 0, BEGIN.length, BEGIN, 0, BEGIN.length)) {
        byte[] marks = Arrays.copyOfRange(each, BEGIN.length, BEGIN.length + length);
        byte[] sum = DigestUtils.sha256(marks);
        if (Arrays.equals(each, BEGIN.length + length, each.length, sum, 0, SUM)) {
          all.writeBytes(marks);
        }
      }
    }
    return new MarkerIndex(all.toByteArray());
  }

  /** One that knows nothing. */
  public static MarkerIndex empty() {
    return new MarkerIndex(new byte[0]);
  }

  int size() {
    return marks.length / MARK;
  }

  /**
   * Takes note of a marker that is there.
   *
   * @param name below the folder of the markers
   * @param etag as listed
   */
  void list(String name, String etag) {
    byte[] md5 = md5(etag);
    if (md5.length == HASH) {
      entries(name).filter(i -> has(i, HASH, md5)).forEach(listed::set);
    }
  }

  /** Whether the marker of a file is listed, and says that it is done as it is now. */
  public boolean isDone(AudioFile file, String settings, List<TranscriptFormat> wanted) {
    if (listed.isEmpty()) {
      return false;
    }
    int formats = 0;
    for (TranscriptFormat format : wanted) {
      formats |= format.storedBit();
    }
    int all = formats;
    byte[] what = what(file.size(), file.version(), settings);
    return entries(OutputLayout.markerName(file.path()))
        .filter(listed::get)
        .filter(i -> has(i, 2 * HASH, what))
        .anyMatch(i -> (ByteBuffer.wrap(marks).getInt(i * MARK + 3 * HASH) & all) == all);
  }

  /** How many of its marks are of markers that are listed. */
  int listed() {
    return listed.cardinality();
  }

  /** These marks, as they are stored. */
  byte[] storedListed() {
    ByteBuffer left = ByteBuffer.allocate(listed.cardinality() * MARK);
    listed.stream().forEach(i -> left.put(marks, i * MARK, MARK));
    return stored(left.array());
  }

  private IntStream entries(String name) {
    byte[] hash = DigestUtils.sha256(name);
    return IntStream.iterate(
            slot(ByteBuffer.wrap(hash).getInt()), slot -> table[slot] != 0, slot -> slot(slot + 1))
        .map(slot -> table[slot] - 1)
        .filter(i -> has(i, 0, hash));
  }

  private int slot(int number) {
    return number & (table.length - 1);
  }

  /** Whether a mark has the first bytes of a value at a place. */
  private boolean has(int mark, int place, byte[] value) {
    int at = mark * MARK + place;
    return Arrays.equals(marks, at, at + HASH, value, 0, HASH);
  }

  private static byte[] md5(String etag) {
    String hex = etag.replace("\"", "");
    try {
      return hex.length() == 2 * HASH ? HexFormat.of().parseHex(hex) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0]; // that of an object in parts, or of a store of its own mind
    }
  }
}
