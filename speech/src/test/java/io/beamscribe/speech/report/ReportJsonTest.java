// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.analytics.Conversation;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  @Test
  void hasTheMembersOfTheServiceAndOurs() throws Exception {
    Report report =
        Reports.of(
            Reports.succeeded("a.wav", 90_000, 0.91234567),
            Reports.skipped("b.wav"),
            Reports.failed("c \"x\".mp3", ErrorKind.INVALID_AUDIO, "Not decodable."));

    assertThat(new String(Reports.json(report), UTF_8))
        .isEqualTo(
            """
            {
              "successfulTranscriptionsCount": 1,
              "failedTranscriptionsCount": 1,
              "skippedTranscriptionsCount": 1,
              "ignoredFilesCount": 3,
              "notStartedFilesCount": 0,
              "model": "vosk-small-ko",
              "locale": "ko-KR",
              "details": [
                {
                  "source": "a.wav",
                  "sourceUrl": "file:///audio/a.wav",
                  "status": "Succeeded",
                  "sizeBytes": 2880000,
                  "durationMilliseconds": 90000,
                  "speechMilliseconds": 45000,
                  "processingSeconds": 10.0,
                  "confidence": 0.912346,
                  "words": 180,
                  "locale": "ko-KR",
                  "audio": {
                    "container": "wav",
                    "codec": "pcm_s16le",
                    "sampleRate": 16000,
                    "channels": 1,
                    "durationMilliseconds": 90000,
                    "headerDurationMilliseconds": 90000,
                    "clippingShare": 0.001,
                    "peakDbfs": -1.5,
                    "levelDbfs": -24.0,
                    "narrowband": false,
                    "layout": "mono",
                    "truncated": false
                  }
                },
                {
                  "source": "b.wav",
                  "sourceUrl": "file:///audio/b.wav",
                  "status": "Skipped",
                  "sizeBytes": 1000
                },
                {
                  "source": "c \\"x\\".mp3",
                  "sourceUrl": "file:///audio/c \\"x\\".mp3",
                  "status": "Failed",
                  "errorKind": "InvalidAudio",
                  "errorMessage": "Not decodable.",
                  "sizeBytes": 1000,
                  "processingSeconds": 0.25
                }
              ],
              "totals": {
                "files": 3,
                "audioSeconds": 90.0,
                "speechSeconds": 45.0,
                "wallSeconds": 5.125,
                "timesRealTime": 17.560976,
                "processingSeconds": 10.25,
                "modelLoads": 1
              }
            }
            """);
  }

  @Test
  void saysWhyARunBrokeOffAndReadsItBack() throws Exception {
    Report whole = Reports.of(Reports.failed("a.wav", ErrorKind.CRASH, "It crashed."));
    Report broken =
        new Report(
            whole.model(),
            whole.locale(),
            whole.ignoredFiles(),
            7,
            whole.details(),
            whole.totals(),
            "The disk is full.");

    assertThat(new String(Reports.json(broken), UTF_8))
        .contains("\"failure\": \"The disk is full.\"");
    Report back = ReportFiles.read(new ByteArrayInputStream(Reports.json(broken)));
    assertThat(back.failure()).isEqualTo("The disk is full.");
    assertThat(back.notStartedFiles()).isEqualTo(7);
    assertThat(new String(ReportFiles.html(broken), UTF_8))
        .contains("The run broke off. The disk is full.");
    assertThat(new String(ReportFiles.html(whole), UTF_8)).doesNotContain("broke off");
  }

  @Test
  void saysWhoSpeaks() throws Exception {
    Report report = SampleReports.conversations(2, 3);

    assertThat(new String(Reports.json(report), UTF_8))
        .contains("\"silenceShare\": ", "\"voice\": \"<b>Anna</b>\"", "\"timeline\": ");
    Report read = ReportFiles.read(new ByteArrayInputStream(Reports.json(report)));
    assertThat(read.details())
        .hasSize(2)
        .extracting(FileReport::talk)
        .allSatisfy(talk -> assertThat(talk.speakers()).hasSize(3));
    assertThat(timelines(read)).isEqualTo(timelines(report));
  }

  private static List<String> timelines(Report report) {
    return report.details().stream()
        .flatMap(file -> file.talk().speakers().stream())
        .map(Conversation.Talker::timeline)
        .toList();
  }

  @Test
  void isReadAsItIsWrittenWhereRowsArePacked() throws Exception {
    PackedRows rows = new PackedRows();
    for (int i = 0; i < 1000; i++) {
      rows.add(Reports.succeeded(String.format(Locale.ROOT, "%04d.wav", i), 1000L * i, 0.5));
    }
    Report plain = Reports.of(List.copyOf(rows));
    Report packed =
        new Report(plain.model(), plain.locale(), plain.ignoredFiles(), rows, plain.totals());

    assertThat(Reports.json(packed)).isEqualTo(Reports.json(plain));
    Report read = ReportFiles.read(new ByteArrayInputStream(Reports.json(packed)));
    assertThat(Reports.json(read)).isEqualTo(Reports.json(plain));
    assertThat(read.counts()).containsEntry(FileStatus.SUCCEEDED, 1000);
  }
}
