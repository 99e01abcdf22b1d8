// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.flags.FlagSpec;
import io.beamscribe.pipelines.rewrite.DiarizeOptions;
import io.beamscribe.pipelines.rewrite.RenderOptions;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.pipelines.transcribe.WatchOptions;
import io.beamscribe.speech.formats.TranscriptFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A format is an entry of one table; everything that lists formats for users has them all. */
class FormatsTest {
  private static final Path DOCS = Path.of("../docs/output.md");

  @ParameterizedTest
  @EnumSource
  void areTakenByEveryCommandThatWritesThem(TranscriptFormat format) throws Exception {
    for (Class<? extends PipelineOptions> command :
        List.of(
            TranscribeOptions.class,
            WatchOptions.class,
            RenderOptions.class,
            DiarizeOptions.class)) {
      PipelineOptions options = PipelineOptionsFactory.create().as(command);
      FlagSpec flag =
          FlagSpec.of(command).stream()
              .filter(each -> each.name().equals("formats"))
              .findFirst()
              .orElseThrow();
      flag.set(options, List.of("json," + format.word()));
      assertThat(flag.getter().invoke(options))
          .isEqualTo(Stream.of("json", format.word()).distinct().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void areDescribedInTheDocs(TranscriptFormat format) throws Exception {
    String docs = Files.readString(DOCS);
    assertThat(docs.substring(0, docs.indexOf("report.json"))).contains("." + format.extension());
    assertThat(docs.lines().filter(line -> line.startsWith("## ")))
        .anyMatch(heading -> heading.toUpperCase(Locale.ROOT).contains(format.name()));
  }
}
