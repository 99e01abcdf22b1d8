// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/**
 * What polling knows of the files it has seen, no more than existed at the last poll.
 *
 * @param taken files output for transcription
 * @param unsettled files seen once, perhaps still being written
 */
record PollState(SeenFiles taken, SeenFiles unsettled) {
  static final PollState EMPTY = new PollState(SeenFiles.EMPTY, SeenFiles.EMPTY);

  /** Encodes the state in little more than 16 bytes per file. */
  static final class MemoryCoder extends AtomicCoder<PollState> {
    private static final long serialVersionUID = 1L;
    static final MemoryCoder INSTANCE = new MemoryCoder();

    @Override
    public void encode(PollState memory, OutputStream out) throws IOException {
      DataOutputStream data = new DataOutputStream(out);
      write(memory.taken(), data);
      write(memory.unsettled(), data);
      data.flush();
    }

    @Override
    public PollState decode(InputStream in) throws IOException {
      DataInputStream data = new DataInputStream(in);
      SeenFiles taken = read(data);
      return new PollState(taken, read(data));
    }

    private static void write(SeenFiles files, DataOutputStream out) throws IOException {
      out.writeInt(files.size());
      for (int i = 0; i < files.size(); i++) {
        out.writeLong(files.keys()[i]);
        out.writeLong(files.versions()[i]);
      }
    }

    private static SeenFiles read(DataInputStream in) throws IOException {
      int size = in.readInt();
      long[] keys = new long[size];
      long[] versions = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = in.readLong();
        versions[i] = in.readLong();
      }
      return new SeenFiles(keys, versions);
    }
  }
}
