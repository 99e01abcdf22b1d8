// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.transcript.json.TranscriptJson;
import io.beamscribe.transforms.rows.FailureRow;
import io.beamscribe.transforms.rows.PhraseRow;
import io.beamscribe.transforms.rows.TranscriptRow;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.JsonCoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Used as in a user's own pipeline, with files from anywhere. */
class TranscribeFilesTest {
  @TempDir Path folder;
  private TranscriptionSettings settings;

  @BeforeEach
  void audio() throws Exception {
    settings = Jobs.settings(folder.resolve("out"), false);
    Jobs.clip("korean-1.flac", folder.resolve("one.flac"));
    Tones.write(folder.resolve("long.wav"), 420);
    Files.writeString(folder.resolve("notes.txt"), "no audio");
  }

  @Test
  void eachFileEndsAsARowOfWhatIsStored() throws Exception {
    Pipeline pipeline = Pipeline.create();
    Transcribe.Result result = transcribe(pipeline);
    assertThat(result.transcripts().isBounded()).isEqualTo(IsBounded.BOUNDED);
    assertThat(result.transcripts().hasSchema()).isTrue();
    assertThat(result.failures().hasSchema()).isTrue();
    PAssert.that(
            result
                .transcripts()
                .apply(MapElements.into(TypeDescriptors.strings()).via(TranscriptRow::source)))
        .containsInAnyOrder(address("one.flac"), address("long.wav"));
    PAssert.that(result.skipped()).empty();
    PAssert.that(result.ignored()).containsInAnyOrder(address("notes.txt"));
    PAssert.that(result.failures())
        .containsInAnyOrder(
            new FailureRow(address("gone.wav"), "InvalidUri", "There is no such file."),
            new FailureRow(
                address("notes.txt"),
                "UnsupportedAudio",
                address("notes.txt") + " is not audio of a known kind."));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void whatIsFinishedIsSkippedWithTheSameRow() throws Exception {
    Pipeline first = Pipeline.create();
    transcribe(first);
    first.run().waitUntilFinish();

    // With the same settings: it is another run nevertheless.
    Pipeline second = Pipeline.create();
    Transcribe.Result result = transcribe(second);
    PAssert.that(result.transcripts()).empty();
    TranscriptRow stored =
        TranscriptRow.of(
            TranscriptJson.read(
                Files.readAllBytes(folder.resolve("out/transcripts/korean/1.json"))));
    assertThat(stored.phrases()).extracting(PhraseRow::display).isNotEmpty();
    PAssert.that(result.skipped().apply(Filter.by(row -> !row.phrases().isEmpty())))
        .containsInAnyOrder(stored);
    PAssert.that(
            result
                .skipped()
                .apply(MapElements.into(TypeDescriptors.strings()).via(TranscriptRow::source)))
        .containsInAnyOrder(address("one.flac"), address("long.wav"));
    second.run().waitUntilFinish();
  }

  @Test
  void keepsTheWindowsOfTheFiles() {
    Pipeline pipeline = Pipeline.create();
    Transcribe.Result result = transcribe(pipeline);
    assertThat(result.transcripts().getWindowingStrategy().getWindowFn())
        .isEqualTo(FixedWindows.of(Duration.standardHours(1)));
    assertThat(result.failures().getWindowingStrategy())
        .isEqualTo(result.transcripts().getWindowingStrategy());
  }

  @Test
  void rowsOfFilesThatHaveNoEndAreInTheGlobalWindow() {
    Pipeline pipeline = Pipeline.create();
    Transcribe.Result result =
        pipeline
            .apply(
                TestStream.create(JsonCoder.of(AudioFile.class))
                    .addElements(AudioFile.of(address("one.flac")))
                    .advanceWatermarkToInfinity())
            .apply(Window.into(FixedWindows.of(Duration.standardHours(1))))
            .apply(Transcribe.files(settings));
    for (PCollection<?> each : List.of(result.transcripts(), result.failures(), result.ignored())) {
      assertThat(each.isBounded()).isEqualTo(IsBounded.UNBOUNDED);
      assertThat(each.getWindowingStrategy().getWindowFn()).isEqualTo(new GlobalWindows());
    }
  }

  @Test
  void saysInItsDisplayDataWhatItDoes() {
    assertThat(DisplayData.from(Transcribe.files(settings)).asMap().keySet())
        .extracting(DisplayData.Identifier::getKey)
        .contains("output");
  }

  @Test
  void needsTheFormatOfWhichRowsAreMade() {
    RunSettings run = new RunSettings("run", settings.output(), List.of(), false);
    TranscriptionSettings text = new TranscriptionSettings(run, settings.results());
    assertThatThrownBy(() -> Transcribe.files(text)).hasMessageContaining("JSON");
  }

  private Transcribe.Result transcribe(Pipeline pipeline) {
    return pipeline
        .apply(
            Create.of(
                    AudioFile.of(address("one.flac")).withPath("korean/1"),
                    AudioFile.of(address("long.wav")),
                    AudioFile.of(address("gone.wav")),
                    AudioFile.of(address("notes.txt")),
                    AudioFile.of(address("notes.txt")).withPath("other").unnamed())
                .withCoder(JsonCoder.of(AudioFile.class)))
        .apply(Window.into(FixedWindows.of(Duration.standardHours(1))))
        .apply(Transcribe.files(settings));
  }

  private String address(String name) {
    return folder.resolve(name).toString();
  }
}
