// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.analytics.ConversationStatistics;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Reports of invented runs that look like real ones. */
final class SampleReports {
  private static final String[] CODECS = {"pcm_s16le", "mp3", "flac", "aac", "opus", "pcm_mulaw"};

  private static final List<ErrorKind> KINDS =
      List.of(ErrorKind.UNSUPPORTED_AUDIO, ErrorKind.INVALID_AUDIO, ErrorKind.FORBIDDEN);

  private SampleReports() {}

  /** Conversations between people who take turns and interrupt each other. */
  static Report conversations(int files, int people) {
    Random random = new Random(11);
    List<FileReport> rows = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      long duration = 600_000L + random.nextInt(36_000_000);
      List<SpeakerTurn> turns = new ArrayList<>();
      long now = 0;
      while (now < duration) {
        long length = 500L + random.nextInt(12_000);
        turns.add(new SpeakerTurn(1 + random.nextInt(people), 0, now, now + length));
        now += length + random.nextInt(4000) - 1000;
      }
      Conversation talk =
          ConversationStatistics.of(
              turns, List.of(new IdentifiedSpeaker(1, 0, "<b>Anna</b>", .99, .8)), duration);
      String name = String.format(Locale.ROOT, "meetings/meeting-%04d.flac", i);
      rows.add(Reports.withSpeakers(Reports.succeeded(name, duration, .9), talk));
    }
    return Reports.of(rows);
  }

  static Report night(int files) {
    Random random = new Random(7);
    List<FileReport> rows = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      String name = String.format(Locale.ROOT, "calls/2026-11-%02d/call-%05d.wav", 1 + i % 20, i);
      if (i % 37 == 5) {
        rows.add(
            Reports.failed(
                name,
                KINDS.get(random.nextInt(KINDS.size())),
                "The content claims to be WAV, but its header ends after 12 bytes."));
      } else if (i % 11 == 3) {
        rows.add(Reports.skipped(name));
      } else {
        long milliseconds = 3000L + random.nextInt(900_000);
        double confidence = Math.min(1, Math.max(0.2, 0.88 + random.nextGaussian() * 0.06));
        double speed = Math.max(2, 9 + random.nextGaussian() * 2);
        String codec = CODECS[(int) Math.abs(random.nextGaussian() * 2) % CODECS.length];
        rows.add(
            Reports.succeeded(
                name, milliseconds, confidence, milliseconds / 1000.0 / speed, codec));
      }
    }
    rows.add(Reports.succeeded("odd/<script>alert(1)</script>.wav", 12_000, 0.7));
    rows.add(
        Reports.succeeded("odd/\" onmouseover=\"alert(2)' {{x}} ${7*7} &amp;.wav", 13_000, 0.7));
    rows.add(Reports.succeeded("odd/일이삼 가나다 \u202Egpj.wav", 14_000, 0.7));
    rows.add(Reports.succeeded("odd/مرحبا بالعالم.wav", 15_000, 0.7));
    rows.add(
        Reports.failed(
            "odd/<img src=x onerror=alert(3)>.wav",
            ErrorKind.INVALID_AUDIO,
            "Not audio: </td><script>alert(4)</script>"));
    rows.add(Reports.succeeded("odd/" + "long-name-".repeat(20) + ".wav", 16_000, 0.7));
    return Reports.of(rows);
  }
}
