// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.audio.AudioFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Reports made for tests. */
final class Reports {
  private Reports() {}

  /** The bytes of report.json. */
  static byte[] json(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFiles.json(report, out);
    return out.toByteArray();
  }

  /** The bytes of report.csv. */
  static byte[] csv(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFiles.csv(report, out);
    return out.toByteArray();
  }

  static Report of(FileReport... files) {
    return of(List.of(files));
  }

  static Report of(List<FileReport> files) {
    double audio =
        files.stream()
            .filter(file -> file.status() == FileStatus.SUCCEEDED)
            .mapToDouble(file -> file.durationMilliseconds() / 1000.0)
            .sum();
    double processing = files.stream().mapToDouble(FileReport::processingSeconds).sum();
    double wall = Math.max(1, processing / 2);
    Totals totals = new Totals(files.size(), audio, audio / 2, wall, audio / wall, processing, 1);
    return new Report("vosk-small-ko", "ko-KR", 3, files, totals);
  }

  static FileReport succeeded(String source, long milliseconds, double confidence) {
    return succeeded(source, milliseconds, confidence, milliseconds / 9000.0, "pcm_s16le");
  }

  static FileReport succeeded(
      String source, long milliseconds, double confidence, double seconds, String codec) {
    AudioFacts audio =
        new AudioFacts(
            "wav",
            codec,
            16_000,
            1,
            milliseconds,
            milliseconds,
            0.001,
            -1.5,
            -24.0,
            false,
            "mono",
            false);
    return new FileReport(
        source,
        "file:///audio/" + source,
        FileStatus.SUCCEEDED,
        null,
        null,
        milliseconds * 32,
        milliseconds,
        milliseconds / 2,
        seconds,
        confidence,
        (int) (milliseconds / 500),
        "ko-KR",
        audio,
        null);
  }

  /** The row of a file with speakers. */
  static FileReport withSpeakers(FileReport file, Conversation talk) {
    return new FileReport(
        file.source(),
        file.sourceUrl(),
        file.status(),
        file.errorKind(),
        file.errorMessage(),
        file.sizeBytes(),
        file.durationMilliseconds(),
        file.speechMilliseconds(),
        file.processingSeconds(),
        file.confidence(),
        file.words(),
        file.locale(),
        file.audio(),
        talk);
  }

  static FileReport skipped(String source) {
    return new FileReport(
        source,
        "file:///audio/" + source,
        FileStatus.SKIPPED,
        null,
        null,
        1000,
        0,
        0,
        0,
        Double.NaN,
        0,
        null,
        null,
        null);
  }

  static FileReport failed(String source, ErrorKind kind, String message) {
    return new FileReport(
        source,
        "file:///audio/" + source,
        FileStatus.FAILED,
        kind,
        message,
        1000,
        0,
        0,
        0.25,
        Double.NaN,
        0,
        null,
        null,
        null);
  }
}
