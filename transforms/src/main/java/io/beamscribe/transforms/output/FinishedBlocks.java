// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.BlockTranscriptJson;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.AudioBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finished blocks of long files, kept under the output until their file is complete.
 *
 * <p>Runs that give a file the same bytes share its blocks, and the first that finds all of them
 * completes the file. Nothing is locked: blocks are removed only after the marker of the file was
 * written, so whoever misses one of its blocks finds the marker, and whoever keeps one after that
 * finds the marker too and removes it again. A run that overwrites results keeps its blocks to
 * itself, since the marker of another does not count for it; so does one that takes personal data
 * out, since only it can read them: blocks hold all that was said, and are encrypted. Thread-safe.
 */
@Internal
public final class FinishedBlocks {
  private static final Logger LOG = LoggerFactory.getLogger(FinishedBlocks.class);

  private final RunSettings run;
  private final OutputLayout output;
  private final AtomicFiles files;
  private final Seal seal;
  private final boolean own;

  public FinishedBlocks(TranscriptionSettings settings) {
    this.run = settings.run();
    this.output = settings.output();
    this.files = new AtomicFiles(output.storage());
    this.seal = new Seal(settings.results().redaction());
    this.own = run.overwrite() || settings.results().redaction() != null;
  }

  public void keep(AudioBlock block, BlockTranscript transcript) throws IOException {
    files.write(part(block, block.index()), seal.closed(BlockTranscriptJson.write(transcript)));
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
        return Optional
            .empty(); // another block's thread, or another run, has just finished the file
      }
      parts.add(part.get());
    }
    return Optional.of(parts);
  }

  /** Removes all blocks of the file that a block belongs to; only once the file has its marker. */
  public void remove(AudioBlock block) throws IOException {
    files.deleteFolder(folder(block));
    files.deleteEmpty(output.parts(block.file().path()));
  }

  private Optional<BlockTranscript> read(AudioBlock block, int index) throws IOException {
    Optional<byte[]> part = files.read(part(block, index));
    if (part.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(BlockTranscriptJson.read(seal.opened(part.get())));
    } catch (IOException e) {
      LOG.info(
          "Block {} of {} was kept by another version; recognising it again",
          index,
          block.file().path());
      return Optional.empty();
    }
  }

  private String part(AudioBlock block, int index) {
    return folder(block) + "/" + index + ".json";
  }

  private String folder(AudioBlock block) {
    String path = block.file().path();
    return own
        ? output.parts(path, block.fingerprint(), run.id())
        : output.parts(path, block.fingerprint());
  }
}
