// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.output.LeftoverBlocks;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that work on the same file of several blocks at once, step by step. */
class RunsBesideEachOtherTest {
  @TempDir Path folder;
  private Path tone;

  @BeforeEach
  void makeFile() throws Exception {
    tone = Tones.write(folder.resolve("tone.wav"), 240);
  }

  @Test
  void fileThatAnotherRunHasCompletedEndsHereToo() throws Exception {
    try (Run one = new Run(false);
        Run other = new Run(false)) {
      assertThat(one.assemble(0)).isEmpty();
      assertThat(other.recognize(0)).isNotNull();
      RecognizedBlock late = other.recognize(1);
      // The other run has stored both blocks: whoever looks first completes the file.
      assertThat(one.assemble(1)).map(FileReport::status).hasValue(FileStatus.SUCCEEDED);
      assertThat(other.add(late)).map(FileReport::status).hasValue(FileStatus.SKIPPED);
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void blockThatComesAfterTheFileIsCompleteIsNotLeft() throws Exception {
    try (Run one = new Run(false);
        Run other = new Run(false)) {
      RecognizedBlock early = one.recognize(0);
      assertThat(one.add(early)).isEmpty();
      assertThat(one.assemble(1)).isPresent();
      assertThat(other.assemble(0)).map(FileReport::status).hasValue(FileStatus.SKIPPED);
      assertThat(other.assemble(1)).map(FileReport::status).hasValue(FileStatus.SKIPPED);
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void runThatOverwritesTakesNoBlocksFromOthersAndLosesNone() throws Exception {
    try (Run one = new Run(true);
        Run other = new Run(true);
        Run third = new Run(false)) {
      assertThat(third.assemble(0)).isEmpty();
      assertThat(one.assemble(0)).isEmpty();
      assertThat(other.assemble(0)).isEmpty();
      assertThat(one.assemble(1)).map(FileReport::status).hasValue(FileStatus.SUCCEEDED);
      new LeftoverBlocks(one.settings).remove(List.of(FileReport.skipped("tone.wav", "", 1)));
      assertThat(other.assemble(1)).map(FileReport::status).hasValue(FileStatus.SUCCEEDED);
      assertThat(third.assemble(1)).map(FileReport::status).hasValue(FileStatus.SKIPPED);
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void blocksOfAKilledRunGoWithTheNextThatFindsItsFileDone() throws Exception {
    try (Run run = new Run(false)) {
      assertThat(run.assemble(0)).isEmpty();
      Path kept = left().get(0);
      byte[] block = Files.readAllBytes(kept);
      assertThat(run.assemble(1)).isPresent();
      Files.createDirectories(kept.getParent());
      Files.write(kept, block);
      new LeftoverBlocks(new Run(false).settings)
          .remove(List.of(FileReport.skipped("tone.wav", "", 1)));
      assertThat(Path.of(run.settings.output().parts())).doesNotExist();
    }
  }

  private List<Path> left() throws IOException {
    Path parts = folder.resolve("out/_parts");
    if (!Files.exists(parts)) {
      return List.of();
    }
    try (Stream<Path> left = Files.walk(parts)) {
      return left.filter(Files::isRegularFile).toList();
    }
  }

  private final class Run implements AutoCloseable {
    private final TranscriptionSettings settings;
    private final List<AudioBlock> blocks;
    private final BlockRecognition recognition;
    private final TranscriptAssembler assembler;

    Run(boolean overwrite) throws Exception {
      settings = Jobs.settings(folder.resolve("out"), overwrite);
      recognition = new BlockRecognition(settings, false);
      assembler = new TranscriptAssembler(settings);
      try (FilePreparer preparer = new FilePreparer(settings)) {
        blocks = preparer.prepare(Jobs.listed(tone)).result().orElseThrow().blocks();
      }
    }

    RecognizedBlock recognize(int index) throws IOException {
      return recognition.recognize(blocks.get(index)).result().orElseThrow();
    }

    Optional<FileReport> add(RecognizedBlock block) throws IOException {
      return assembler.add(block).result().orElseThrow().map(FileOutcome::row);
    }

    Optional<FileReport> assemble(int index) throws IOException {
      return add(recognize(index));
    }

    @Override
    public void close() {
      recognition.close();
    }
  }
}
