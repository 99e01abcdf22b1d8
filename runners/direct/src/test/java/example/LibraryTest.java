// SPDX-License-Identifier: Apache-2.0
package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs/library.md, outside of this project's packages. */
class LibraryTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/example/TranscribeToAvro.java",
        "resources/library/transcribe.py",
        "resources/library/transcribe.yaml"
      })
  void theDocumentationShowsTheFilesThatAreRun(String file) throws Exception {
    String code =
        Files.readString(Path.of("src/test", file))
            .replace("// SPDX-License-Identifier: Apache-2.0\n", "");
    String language = file.substring(file.lastIndexOf('.') + 1).replace("py", "python");
    assertThat(Files.readString(ROOT.resolve("docs/library.md")))
        .contains("```" + language + "\n" + code + "```\n");
  }

  @Test
  void aPipelineOfOthersWritesTranscriptsWithBeamsOwnAvro(@TempDir Path output) throws Exception {
    Path testdata = ROOT.resolve("testdata");
    List<String> clips = List.of("speech/slt.flac", "speech/rms.flac");
    TranscribeToAvro.run(
        Pipeline.create(),
        clips.stream().map(clip -> testdata.resolve(clip).toString()).toList(),
        output.toString());

    Map<String, List<String>> words = new HashMap<>();
    for (GenericRecord row : rows(output.resolve("avro"))) {
      assertThat(row.get("model").toString()).isEqualTo("whisper-base");
      words.put(testdata.relativize(Path.of(row.get("source").toString())).toString(), words(row));
    }
    assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(clips);
    for (String line : Files.readAllLines(testdata.resolve("refs.tsv"))) {
      String[] reference = line.split("\t");
      if (clips.contains(reference[0])) {
        assertThat(words.get(reference[0])).isEqualTo(words(reference[2]));
      }
    }
  }

  private static List<GenericRecord> rows(Path folder) throws Exception {
    List<GenericRecord> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (DataFileReader<GenericRecord> reader =
            new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
          reader.forEach(rows::add);
        }
      }
    }
    return rows;
  }

  private static List<String> words(GenericRecord transcript) {
    List<String> words = new ArrayList<>();
    for (Object phrase : (List<?>) transcript.get("phrases")) {
      for (Object word : (List<?>) ((GenericRecord) phrase).get("words")) {
        words.add(((GenericRecord) word).get("word").toString());
      }
    }
    return words;
  }

  private static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z' ]", "").split(" "));
  }
}
