// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.JsonCoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutIntoBlocksTest {
  @TempDir Path folder;

  @Test
  void longFileIsCutInItsPausesWithoutGapOrOverlap() throws Exception {
    Path tone = Tones.write(folder.resolve("tone.wav"), 240);
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple cut = cut(pipeline, Jobs.listed(tone), false);
    PAssert.that(cut.get(CutIntoBlocks.BLOCKS))
        .satisfies(
            blocks -> {
              List<AudioBlock> sorted = new ArrayList<>();
              blocks.forEach(sorted::add);
              sorted.sort(Comparator.comparingInt(AudioBlock::index));
              assertThat(sorted).hasSize(2).allMatch(block -> block.block().count() == 2);
              assertThat(sorted.get(0).block().range().start()).isZero();
              // 110 s is the nominal border, 119 to 120 the only pause in reach.
              assertThat(sorted.get(0).block().range().seconds()).isBetween(119.0, 120.0);
              assertThat(sorted.get(1).block().range().start())
                  .isEqualTo(sorted.get(0).block().range().end());
              assertThat(sorted.get(1).block().range().end()).isEqualTo(240 * 16_000L);
              return null;
            });
    PAssert.that(cut.get(CutIntoBlocks.FAILED)).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void brokenFileFailsAndWhatIsNoAudioIsIgnoredUnlessNamed() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.wav"), "RIFF is all that is right");
    Path text = Files.writeString(folder.resolve("notes.txt"), "no audio");
    AudioFile notes = Jobs.listed(text);
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple cut =
        pipeline
            .apply(Create.of(Jobs.listed(broken), notes, notes.unnamed()).withCoder(coder()))
            .apply(new CutIntoBlocks(Jobs.settings(folder.resolve("out"), false)));
    PAssert.that(cut.get(CutIntoBlocks.BLOCKS)).empty();
    PAssert.that(cut.get(CutIntoBlocks.IGNORED)).containsInAnyOrder(text.toString());
    PAssert.that(cut.get(CutIntoBlocks.FAILED))
        .satisfies(
            rows -> {
              assertThat(rows)
                  .extracting(FileReport::source)
                  .containsOnly("broken.wav", "notes.txt");
              assertThat(rows).allMatch(row -> row.errorKind() == ErrorKind.UNSUPPORTED_AUDIO);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private PCollectionTuple cut(Pipeline pipeline, AudioFile file, boolean overwrite) {
    return pipeline
        .apply(Create.of(file).withCoder(coder()))
        .apply(new CutIntoBlocks(Jobs.settings(folder.resolve("out"), overwrite)));
  }

  private static JsonCoder<AudioFile> coder() {
    return JsonCoder.of(AudioFile.class);
  }
}
