// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCsvTest {
  @Test
  void hasAHeaderAndARowAFile() throws Exception {
    Report report =
        Reports.of(
            Reports.succeeded("a, \"b\".wav", 90_000, 0.91234567),
            Reports.skipped("한국어.wav"),
            Reports.failed("c.mp3", ErrorKind.INVALID_AUDIO, "Two\nlines."));

    assertThat(new String(Reports.csv(report), UTF_8))
        .isEqualTo(
            """
            source,sourceUrl,status,errorKind,errorMessage,sizeBytes,durationMilliseconds,\
            speechMilliseconds,processingSeconds,confidence,words,locale,container,codec,sampleRate,\
            channels,layout,narrowband,truncated,clippingShare,peakDbfs,levelDbfs,\
            speakers,silenceShare,overlapShare,interruptions,callAgentTalkShare,\
            callCustomerSentiment,callCustomerSentimentAtEnd,callSilenceShare,callHoldMilliseconds,\
            callInterruptions,callCategories,callIssue,expectedErrorRate
            "a, ""b"".wav","file:///audio/a, ""b"".wav",Succeeded,,,2880000,90000,45000,10.000,\
            0.912346,180,ko-KR,wav,pcm_s16le,16000,1,mono,false,false,0.001000,-1.50,-24.00,,,,,,,,,,,,,
            한국어.wav,file:///audio/한국어.wav,Skipped,,,1000,0,0,0.000,,0,,,,,,,,,,,,,,,,,,,,,,,,
            c.mp3,file:///audio/c.mp3,Failed,InvalidAudio,"Two
            lines.",1000,0,0,0.250,,0,,,,,,,,,,,,,,,,,,,,,,,,
            """
                .replace("\n", "\r\n")
                .replace("Two\r\n", "Two\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        "=1,\"2\"\n3"
      })
  void takesTheStingOutOfFormulas(String name) throws Exception {
    byte[] csv = Reports.csv(Reports.of(Reports.failed(name, ErrorKind.INTERNAL, name)));

    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(new String(csv, UTF_8)))) {
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).get("source")).isEqualTo("'" + name);
      assertThat(rows.get(0).get("errorMessage")).isEqualTo("'" + name);
      assertThat(rows.get(0).get("sourceUrl")).isEqualTo("file:///audio/" + name);
    }
  }
}
