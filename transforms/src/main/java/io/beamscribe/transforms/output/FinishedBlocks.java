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
 * Finished blocks of long files, kept under the output until their file is complete. Thread-safe.
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

  /** All blocks of the file that a block belongs to, in order; empty while one is missing. */
  public Optional<List<BlockTranscript>> readAll(AudioBlock block) throws IOException {
    // Checking existence is cheaper than reading, and only the last block to finish finds them all.
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

  /** Removes all kept blocks of a file, whatever their fingerprint. */
  public void remove(AudioFile file) throws IOException {
    files.deleteFolder(output.parts(file.path()));
  }

  /**
   * Removes leftover blocks of finished files, as a worker leaves them that was killed between
   * writing the marker and {@link #remove}. Takes one listing, which is usually empty. On failure
   * they are left for the next run; leftovers are harmless.
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

  /** The address from the folder of kept blocks on. */
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
          "Block {} of {} was kept by another version; recognising it again",
          index,
          block.file().path());
      return Optional.empty();
    }
  }

  private String part(AudioBlock block, int index) {
    return output.part(block.file().path(), block.fingerprint(), index);
  }
}
