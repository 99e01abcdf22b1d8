// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damaged copies of files, as discs, networks and programs make them: flipped bits, cuts, other
 * heads, wild sizes, holes, insertions. The same seed gives the same copies. Not thread-safe.
 */
public final class Mutations {
  private static final int KINDS = 14;
  private static final int HEAD = 400;

  private final List<byte[]> files;
  private final Random random;

  public Mutations(List<byte[]> files, long seed) {
    this.files = List.copyOf(files);
    this.random = new Random(seed);
  }

  /** A damaged copy of one of the files. */
  public byte[] next(int file) {
    byte[] whole = files.get(file);
    byte[] other = files.get(random.nextInt(files.size()));
    int length = whole.length;
    int at = random.nextInt(length);
    int some = 1 + random.nextInt(4096);
    return switch (random.nextInt(KINDS)) {
      case 0 -> flipped(whole, 1, length);
      case 1 -> flipped(whole, 1 + random.nextInt(20), 256);
      case 2 -> flipped(whole, 20 + random.nextInt(2000), length);
      case 3 -> Arrays.copyOf(whole, Math.max(1, at));
      case 4 -> Arrays.copyOf(whole, 1 + random.nextInt(Math.min(length, 512)));
      case 5 -> Arrays.copyOfRange(whole, at, length);
      case 6 -> joined(Arrays.copyOf(whole, at), tail(other, random.nextInt(other.length)));
      case 7 -> headed(whole, other, 8 << random.nextInt(7));
      case 8 -> filled(whole, at, some, (byte) 0);
      case 9 -> filled(whole, at, some, (byte) 0xFF);
      case 10 -> joined(Arrays.copyOf(whole, at), noise(some), tail(whole, at));
      case 11 -> joined(Arrays.copyOf(whole, at), tail(whole, Math.max(0, at - some)));
      case 12 -> joined(whole, noise(5 * some));
      default -> sized(whole);
    };
  }

  private byte[] flipped(byte[] whole, int times, int within) {
    byte[] bytes = whole.clone();
    for (int i = 0; i < times; i++) {
      bytes[random.nextInt(Math.min(within, bytes.length))] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] headed(byte[] whole, byte[] head, int length) {
    return joined(
        Arrays.copyOf(head, Math.min(length, head.length)),
        tail(whole, Math.min(length, whole.length)));
  }

  private static byte[] filled(byte[] whole, int from, int count, byte value) {
    byte[] bytes = whole.clone();
    Arrays.fill(bytes, from, Math.min(bytes.length, from + count), value);
    return bytes;
  }

  /** A field of four bytes in the head that says something extreme. */
  private byte[] sized(byte[] whole) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(Math.max(1, Math.min(HEAD, bytes.length - 4)));
    int[] values = {-1, 0x7FFFFFFF, 0xFFFFFF7F, 0, 0x80, 0x80000000};
    int value = values[random.nextInt(values.length)];
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >> 8 * i);
    }
    return bytes;
  }

  private byte[] noise(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
