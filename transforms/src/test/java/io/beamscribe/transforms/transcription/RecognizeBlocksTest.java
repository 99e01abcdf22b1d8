// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.BlockTranscriptJson;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.JsonCoder;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizeBlocksTest {
  @TempDir Path folder;

  @Test
  void speechBecomesPhrasesWithinIt() throws Exception {
    TranscriptionSettings settings = Jobs.settings(folder.resolve("out"), false);
    Path clip = Jobs.clip("korean-1.flac", folder.resolve("korean-1.flac"));
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple recognized =
        blocks(pipeline, settings, clip).apply(new RecognizeBlocks(settings));
    PAssert.thatSingleton(recognized.get(RecognizeBlocks.RECOGNIZED))
        .satisfies(
            result -> {
              long length = (long) (result.block().block().range().seconds() * 1000);
              assertThat(result.transcript().segments()).isNotEmpty();
              assertThat(result.transcript().phrases())
                  .isNotEmpty()
                  .allMatch(phrase -> phrase.startMilliseconds() < phrase.endMilliseconds())
                  .allMatch(phrase -> phrase.endMilliseconds() <= length)
                  .noneMatch(phrase -> phrase.best().words().isEmpty());
              return null;
            });
    PAssert.that(recognized.get(RecognizeBlocks.FAILED)).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void whatAnEarlierRunHeardIsNotHeardAgain() throws Exception {
    TranscriptionSettings settings = Jobs.settings(folder.resolve("out"), false);
    Path tone = Tones.write(folder.resolve("tone.wav"), 240);
    Phrase phrase = new Phrase(0, 1, 2, null, List.of(Reading.verbatim("kept", 1, List.of())));
    Pipeline pipeline = Pipeline.create();
    PCollection<AudioBlock> blocks = blocks(pipeline, settings, tone);
    // Only here is the fingerprint known by which the part is stored.
    String fingerprint =
        settings.results().fingerprint(DigestUtils.sha256Hex(Files.readAllBytes(tone)));
    Path part = Path.of(settings.output().parts("tone.wav", fingerprint), "1.json");
    Files.createDirectories(part.getParent());
    Files.write(
        part,
        BlockTranscriptJson.write(
            new BlockTranscript(1, List.of(phrase), List.of(), List.of(), List.of(), 3)));

    PAssert.that(blocks.apply(new RecognizeBlocks(settings)).get(RecognizeBlocks.RECOGNIZED))
        .satisfies(
            results -> {
              assertThat(results).hasSize(2);
              for (RecognizedBlock result : results) {
                assertThat(result.transcript().phrases())
                    .isEqualTo(result.block().index() == 1 ? List.of(phrase) : List.of());
              }
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void workerThatWasGivenUpForDeadLeavesNoBlockBehind() throws Exception {
    TranscriptionSettings settings = Jobs.settings(folder.resolve("out"), false);
    Path tone = Tones.write(folder.resolve("tone.wav"), 240);
    try (FilePreparer preparer = new FilePreparer(settings);
        BlockRecognition other = new BlockRecognition(settings, true);
        BlockRecognition late = new BlockRecognition(settings, true)) {
      List<AudioBlock> blocks = preparer.prepare(Jobs.listed(tone)).result().orElseThrow().blocks();
      TranscriptAssembler assembler = new TranscriptAssembler(settings);
      for (AudioBlock block : blocks) {
        assembler.add(other.recognize(block).result().orElseThrow());
      }
      for (AudioBlock block : blocks) {
        assertThat(late.recognize(block).result()).isPresent();
      }
    }
    assertThat(Path.of(settings.output().marker("tone.wav"))).exists();
    try (Stream<Path> left = Files.walk(Path.of(settings.output().parts()))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static PCollection<AudioBlock> blocks(
      Pipeline pipeline, TranscriptionSettings settings, Path audio) throws Exception {
    return pipeline
        .apply(Create.of(Jobs.listed(audio)).withCoder(JsonCoder.of(AudioFile.class)))
        .apply(new CutIntoBlocks(settings))
        .get(CutIntoBlocks.BLOCKS);
  }
}
