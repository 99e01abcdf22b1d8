// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.json.JsonPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Rows in the order in which they were added, so small that the rows of a hundred thousand files
 * take some megabytes. Not thread-safe while rows are added.
 */
public final class PackedRows extends AbstractCollection<FileReport> {
  // Number of rows that each pass holds unpacked.
  private static final int TOGETHER = 64;

  private static final JsonPack<FileReport> PACKS = new JsonPack<>(FileReport.class);

  private final List<byte[]> packs = new ArrayList<>();
  private final List<FileReport> loose = new ArrayList<>();
  private int size;

  @Override
  public boolean add(FileReport row) {
    loose.add(row);
    size++;
    if (loose.size() == TOGETHER) {
      packs.add(PACKS.pack(loose));
      loose.clear();
    }
    return true;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<FileReport> iterator() {
    return new Pass();
  }

  private final class Pass implements Iterator<FileReport> {
    private int pack;
    private Iterator<FileReport> rows = List.<FileReport>of().iterator();

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && pack <= packs.size()) {
        rows = (pack < packs.size() ? unpacked(packs.get(pack)) : loose).iterator();
        pack++;
      }
      return rows.hasNext();
    }

    @Override
    public FileReport next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return rows.next();
    }
  }

  private static List<FileReport> unpacked(byte[] pack) {
    try {
      return PACKS.unpack(pack);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it was packed here
    }
  }
}
