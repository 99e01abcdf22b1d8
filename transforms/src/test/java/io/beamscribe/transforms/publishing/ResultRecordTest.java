// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultRecordTest {
  private static final AudioFile FILE =
      new AudioFile("s3a://key:secret@calls/in/a.wav", "a.wav", 5, "etag", true);
  private static final RunSettings RUN =
      new RunSettings(
          "run",
          new OutputLayout("/out"),
          List.of(TranscriptFormat.JSON, TranscriptFormat.TXT),
          false);

  @Test
  void saysWhereTheResultsAre() throws Exception {
    ResultRecord record = done("f1");
    assertThat(record.results())
        .containsExactly("/out/transcripts/a.wav.json", "/out/transcripts/a.wav.txt");
    assertThat(record.sourceUrl()).isEqualTo("s3a://calls/in/a.wav");
    assertThat(faults(record)).isEmpty();
  }

  @Test
  void saysWhyThereAreNone() throws Exception {
    ResultRecord record = failed(ErrorKind.FORBIDDEN);
    assertThat(record.errorKind()).isEqualTo("Forbidden");
    assertThat(record.results()).isEmpty();
    assertThat(faults(record)).isEmpty();
    for (ErrorKind kind : ErrorKind.values()) {
      assertThat(faults(failed(kind))).isEmpty();
    }
  }

  @Test
  void hasAnIdThatOnlyAnotherEndChanges() {
    assertThat(done("f1").id()).isEqualTo(done("f1").id());
    assertThat(List.of(done("f1").id(), done("f2").id(), failed(ErrorKind.CRASH).id()))
        .doesNotHaveDuplicates();
  }

  private static ResultRecord done(String fingerprint) {
    FileReport row =
        new FileReport(
            "a.wav",
            FILE.source(),
            FileStatus.SUCCEEDED,
            null,
            null,
            5,
            1000,
            900,
            0.5,
            0.9,
            2,
            "ko-KR",
            null,
            null);
    return ResultRecord.of(FILE, row, fingerprint, RUN);
  }

  private static ResultRecord failed(ErrorKind kind) {
    return ResultRecord.of(
        FILE, FileReport.failed("a.wav", FILE.source(), 5, kind, "A reason."), "", RUN);
  }

  private static List<String> faults(ResultRecord record) throws IOException {
    try (InputStream schema = ResultRecord.class.getResourceAsStream("result-record.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(schema)
          .validate(Json.compact(record), InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
