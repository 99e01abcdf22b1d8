// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.text.forms.TextForms;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.JsonCoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diarization in a job: real voices, and an engine whose words do not matter. */
class SpeakersTest {
  private static final Path CHANNELS = Path.of("..", "testdata", "channels");

  @TempDir Path folder;

  @Test
  void voicesTravelAndAudioDoesNot() throws Exception {
    TranscriptionSettings settings = settings("out", SpeakerOptions.ANY);
    Pipeline pipeline = Pipeline.create();
    PCollection<AudioBlock> blocks =
        pipeline
            .apply(
                Create.of(Jobs.listed(CHANNELS.resolve("meeting.opus")))
                    .withCoder(JsonCoder.of(AudioFile.class)))
            .apply(new CutIntoBlocks(settings))
            .get(CutIntoBlocks.BLOCKS);
    PCollectionTuple recognized = blocks.apply(new RecognizeBlocks(settings));
    PAssert.thatSingleton(recognized.get(RecognizeBlocks.RECOGNIZED))
        .satisfies(
            result -> {
              assertThat(result.transcript().voices()).hasSize(1);
              assertThat(result.transcript().voices().get(0).stretches())
                  .hasSizeBetween(5, 15)
                  .allMatch(stretch -> stretch.start() < stretch.end())
                  .allMatch(stretch -> stretch.voice() != null);
              return null;
            });
    PAssert.that(recognized.get(RecognizeBlocks.FAILED)).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void threeMeetAndTwoCall() throws Exception {
    Files.createDirectory(folder.resolve("audio"));
    for (String name : List.of("meeting.opus", "call.flac", "one-side-silent.flac")) {
      Files.copy(CHANNELS.resolve(name), folder.resolve("audio").resolve(name));
    }
    run("out", SpeakerOptions.ANY, 2);
    Transcript meeting = transcript("out", "meeting.opus");
    assertThat(speakers(meeting)).containsExactly(1, 2, 3, 1, 2);
    assertThat(meeting.phrases()).isNotEmpty().allMatch(phrase -> phrase.speaker() != null);
    Transcript call = transcript("out", "call.flac");
    assertThat(call.phrases())
        .isNotEmpty()
        .allMatch(phrase -> phrase.speaker() == phrase.channel() + 1);
    assertThat(transcript("out", "one-side-silent.flac").phrases())
        .extracting(Phrase::speaker)
        .containsOnly(1);

    run("one", new SpeakerOptions(2, 2), 1);
    assertThat(speakers(transcript("one", "meeting.opus")).stream().distinct()).hasSize(2);
    KeptVoices kept =
        KeptVoices.read(Files.readAllBytes(folder.resolve("out/voices/meeting.opus.json")));
    assertThat(
            TextForms.of(
                    kept.speakers(meeting, new SpeakerOptions(2, 2), null), TextOptions.DEFAULT)
                .phrases())
        .isEqualTo(transcript("one", "meeting.opus").phrases());
    assertThat(TextForms.of(kept.speakers(meeting, SpeakerOptions.ANY, null), TextOptions.DEFAULT))
        .isEqualTo(meeting);
    run("alone", SpeakerOptions.ANY, 1);
    assertThat(transcript("alone", "meeting.opus").phrases()).isEqualTo(meeting.phrases());
    assertThat(transcript("alone", "meeting.opus").provenance().turns())
        .isEqualTo(meeting.provenance().turns());
  }

  @Test
  void otherNumbersOfSpeakersAreOtherResults() {
    assertThat(settings("out", SpeakerOptions.ANY).results().digest())
        .isNotEqualTo(settings("out", new SpeakerOptions(1, 2)).results().digest())
        .isEqualTo(settings("elsewhere", SpeakerOptions.ANY).results().digest());
  }

  /** Turns of a speaker that follow each other count as one. */
  private static List<Integer> speakers(Transcript transcript) {
    List<Integer> all = transcript.provenance().turns().stream().map(SpeakerTurn::speaker).toList();
    return IntStream.range(0, all.size())
        .filter(i -> i == 0 || !all.get(i).equals(all.get(i - 1)))
        .mapToObj(all::get)
        .toList();
  }

  private void run(String output, SpeakerOptions speakers, int threads) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setTargetParallelism(threads);
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply(
        "Transcribe",
        Transcribe.batch(
            List.of(folder.resolve("audio").toString()), settings(output, speakers), 0));
    pipeline.run().waitUntilFinish();
  }

  private Transcript transcript(String output, String name) throws Exception {
    return Jobs.transcript(folder.resolve(output), name);
  }

  private TranscriptionSettings settings(String output, SpeakerOptions speakers) {
    return Jobs.diarizing(folder.resolve(output), SpokenLanguage.fixed("en-US"), speakers);
  }
}
