// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.BlockTranscriptJson;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The blocks of long files that are done, kept under the output until their file is whole. Not
 * bound to a thread.
 */
@Internal
public final class FinishedBlocks {
  private static final Logger LOG = LoggerFactory.getLogger(FinishedBlocks.class);

  private final OutputLayout output;
  private final AtomicFiles files;

  public FinishedBlocks(OutputLayout output) {
    this.output = output;
    this.files = new AtomicFiles(output.storage());
  }

  public void keep(AudioBlock block, BlockTranscript transcript) throws IOException {
    files.write(part(block, block.index()), BlockTranscriptJson.write(transcript));
  }

  public Optional<BlockTranscript> read(AudioBlock block) throws IOException {
    return read(block, block.index());
  }

  /** All blocks of the file that a block belongs to, in order; empty while one is not there. */
  public Optional<List<BlockTranscript>> readAll(AudioBlock block) throws IOException {
    // To ask is cheaper than to read, and all but the last block to come ask in vain.
    for (int i = 0; i < block.block().count(); i++) {
      if (!files.exists(part(block, i))) {
        return Optional.empty();
      }
    }
    List<BlockTranscript> parts = new ArrayList<>();
    for (int i = 0; i < block.block().count(); i++) {
      Optional<BlockTranscript> part = read(block, i);
      if (part.isEmpty()) {
        return Optional.empty(); // another block's thread has just finished the file
      }
      parts.add(part.get());
    }
    return Optional.of(parts);
  }

  /** Removes one block. */
  public void remove(AudioBlock block) throws IOException {
    files.delete(part(block, block.index()));
  }

  /** Removes what is kept of a file, whatever its fingerprint. */
  public void remove(AudioFile file) throws IOException {
    files.deleteFolder(output.parts(file.path()));
  }

  /**
   * Removes what is kept of files that are done: a worker that was killed between the marker of a
   * file and {@link #remove} leaves it. One listing, of what is hardly ever there. Where that
   * cannot be done it is left for the next run: it is in nobody's way.
   */
  public void tidy(Iterable<FileReport> rows) {
    try {
      removeDone(rows);
    } catch (IOException e) {
      LOG.warn("Blocks of files that are done cannot be removed; the next run will try again", e);
    }
  }

  private void removeDone(Iterable<FileReport> rows) throws IOException {
    Set<String> kept = new HashSet<>();
    for (String part : files.list(output.parts())) {
      kept.add(parent(parent(below(part))));
    }
    if (kept.isEmpty()) {
      return;
    }
    for (FileReport row : rows) {
      String folder = output.parts(row.source());
      if (row.status() != FileStatus.FAILED && kept.contains(below(folder))) {
        files.deleteFolder(folder);
      }
    }
  }

  /** An address without what stands before the folder of all that is kept. */
  private static String below(String address) {
    return address.substring(address.lastIndexOf(OutputLayout.PARTS));
  }

  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('/'));
  }

  private Optional<BlockTranscript> read(AudioBlock block, int index) throws IOException {
    Optional<byte[]> part = files.read(part(block, index));
    if (part.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(BlockTranscriptJson.read(part.get()));
    } catch (IOException e) {
      LOG.info(
          "Block {} of {} is of another version; it is done again", index, block.file().path());
      return Optional.empty();
    }
  }

  private String part(AudioBlock block, int index) {
    return output.part(block.file().path(), block.fingerprint(), index);
  }
}
