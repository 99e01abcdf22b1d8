// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An empty shared library (ELF64, x86-64): a name, versions, and no symbols. The bundled ffmpeg
 * links to libraries of sound cards and screens, which a bare machine lacks, and never calls them
 * when it only decodes; an empty library of that name lets it start. Layout from the System V ABI
 * and, for the versions, from the Linux Standard Base. Generated here, since compiled libraries
 * among the sources could not be reviewed and would need a C toolchain to rebuild.
 */
final class StubLibrary {
  private static final int HEADER = 64;
  private static final int SEGMENT = 56;
  private static final int SEGMENTS = 3;

  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private final String soname;
  private final String[] versions;

  private StubLibrary(String soname, String... versions) {
    this.soname = soname;
    this.versions = versions;
    names.write(0);
  }

  /**
   * @param soname the name that other libraries ask for
   * @param versions the symbol versions that they require, so that the loader does not complain
   */
  static byte[] of(String soname, String... versions) {
    return new StubLibrary(soname, versions).build();
  }

  private byte[] build() {
    int nameOffset = name(soname);
    int definitions = HEADER + SEGMENT * SEGMENTS;
    byte[] versionTable = versionTable(nameOffset);
    int hash = align(definitions + versionTable.length);
    int symbols = align(hash + 16);
    int symbolVersions = align(symbols + 24);
    int strings = align(symbolVersions + 2);
    int dynamic = align(strings + names.size());
    long[][] entries = {
      {14, nameOffset}, // DT_SONAME
      {4, hash}, // DT_HASH
      {5, strings}, // DT_STRTAB
      {10, names.size()}, // DT_STRSZ
      {6, symbols}, // DT_SYMTAB
      {11, 24}, // DT_SYMENT
      {0x6FFFFFF0L, symbolVersions}, // DT_VERSYM
      {0x6FFFFFFCL, definitions}, // DT_VERDEF
      {0x6FFFFFFDL, versions.length + 1}, // DT_VERDEFNUM
      {0, 0}, // DT_NULL
    };
    int size = dynamic + entries.length * 16;
    byte[] bytes = new byte[size];
    ByteBuffer file = little(bytes);
    header(file);
    segment(file, 1, 6, 0, size, 0x1000); // PT_LOAD, to be read and written: the loader relocates
    segment(file, 2, 6, dynamic, entries.length * 16L, 8); // PT_DYNAMIC
    segment(file, 0x6474E551, 6, 0, 0, 16); // PT_GNU_STACK: not executable
    file.put(versionTable);
    file.position(hash).putInt(1).putInt(1); // one bucket, one symbol: the null symbol
    file.position(strings).put(names.toByteArray());
    file.position(dynamic);
    for (long[] entry : entries) {
      file.putLong(entry[0]).putLong(entry[1]);
    }
    return bytes;
  }

  private static void header(ByteBuffer file) {
    file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
    file.putShort((short) 3).putShort((short) 62).putInt(1); // ET_DYN, EM_X86_64
    file.putLong(0).putLong(HEADER).putLong(0).putInt(0);
    file.putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) SEGMENTS);
    file.putShort((short) 64).putShort((short) 0).putShort((short) 0); // no sections
  }

  private static void segment(
      ByteBuffer file, int type, int flags, long offset, long size, long alignment) {
    file.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
    file.putLong(size).putLong(size).putLong(alignment);
  }

  /** The base definition, which names the library itself, and one for each version. */
  private byte[] versionTable(int nameOffset) {
    byte[] bytes = new byte[(versions.length + 1) * 28];
    ByteBuffer table = little(bytes);
    definition(table, 1, soname, nameOffset);
    for (int i = 0; i < versions.length; i++) {
      definition(table, i + 2, versions[i], name(versions[i]));
    }
    return bytes;
  }

  private void definition(ByteBuffer table, int index, String text, int nameOffset) {
    boolean base = index == 1;
    boolean last = index == versions.length + 1;
    table.putShort((short) 1).putShort((short) (base ? 1 : 0)).putShort((short) index);
    table.putShort((short) 1).putInt(elfHash(text)).putInt(20).putInt(last ? 0 : 28);
    table.putInt(nameOffset).putInt(0);
  }

  private int name(String text) {
    int offset = names.size();
    names.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    names.write(0);
    return offset;
  }

  private static int elfHash(String text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash << 4) + text.charAt(i);
      int high = hash & 0xF0000000;
      hash = (hash ^ high >>> 24) & ~high;
    }
    return hash;
  }

  private static int align(int offset) {
    return offset + 7 & ~7;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
