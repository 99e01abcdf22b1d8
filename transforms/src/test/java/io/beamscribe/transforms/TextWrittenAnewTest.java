// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextWrittenAnewTest {
  private static final TextOptions AS_SPOKEN =
      new TextOptions(Punctuation.NONE, PunctuationMode.AUTOMATIC);

  @TempDir Path folder;

  @Test
  void otherTextIsWrittenWithoutRecognition() throws Exception {
    Jobs.clip("korean-1.flac", folder.resolve("audio/one.flac"));
    run("fresh", TextOptions.DEFAULT);
    assertThat(run("out", AS_SPOKEN)).contains("segments");
    assertThat(text("out")).doesNotContain(".");

    assertThat(run("out", TextOptions.DEFAULT)).doesNotContain("segments", "model-loads");
    assertThat(text("out")).isEqualTo(text("fresh")).contains(".");
    assertThat(json("out")).isEqualTo(json("fresh"));
    assertThat(run("out", TextOptions.DEFAULT)).doesNotContain("segments", "model-loads");
  }

  /** Names of the counters of a run. */
  private List<String> run(String output, TextOptions text) {
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(
        "Transcribe",
        Transcribe.batch(List.of(folder.resolve("audio").toString()), settings(output, text), 0));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return StreamSupport.stream(
            result
                .metrics()
                .queryMetrics(MetricsFilter.builder().build())
                .getCounters()
                .spliterator(),
            false)
        .filter(counter -> counter.getAttempted() > 0)
        .map(counter -> counter.getName().getName())
        .toList();
  }

  private TranscriptionSettings settings(String output, TextOptions text) {
    TranscriptionSettings settings = Jobs.settings(folder.resolve(output), false);
    return new TranscriptionSettings(
        settings.run(), new ResultSettings(settings.recognition(), null, text));
  }

  private String text(String output) throws IOException {
    return Files.readString(folder.resolve(output + "/transcripts/one.flac.txt"));
  }

  private String json(String output) throws IOException {
    return Files.readString(folder.resolve(output + "/transcripts/one.flac.json"))
        .replaceFirst("\"timestamp\": \"[^\"]*\"", "");
  }
}
