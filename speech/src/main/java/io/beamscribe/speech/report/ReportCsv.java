// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static io.beamscribe.speech.text.Csv.text;

import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.calls.CallSummary;
import io.beamscribe.speech.text.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.csv}: a header and a row per file, by RFC 4180, in UTF-8 without byte order mark.
 * Spreadsheets execute a cell that begins like a formula; such text is written after an apostrophe,
 * which marks it as text (OWASP, CSV injection).
 */
final class ReportCsv {
  private static final String[] HEADER = {
    "source",
    "sourceUrl",
    "status",
    "errorKind",
    "errorMessage",
    "sizeBytes",
    "durationMilliseconds",
    "speechMilliseconds",
    "processingSeconds",
    "confidence",
    "words",
    "locale",
    "container",
    "codec",
    "sampleRate",
    "channels",
    "layout",
    "narrowband",
    "truncated",
    "clippingShare",
    "peakDbfs",
    "levelDbfs",
    "speakers",
    "silenceShare",
    "overlapShare",
    "interruptions",
    "callAgentTalkShare",
    "callCustomerSentiment",
    "callCustomerSentimentAtEnd",
    "callSilenceShare",
    "callHoldMilliseconds",
    "callInterruptions",
    "callCategories",
    "callIssue",
    "expectedErrorRate"
  };

  private static final int AUDIO_COLUMNS = 10;

  private static final int TALK_COLUMNS = 4;

  private static final int CALL_COLUMNS = 8;

  private ReportCsv() {}

  static void write(Report report, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Csv.write(() -> report.details().stream().map(ReportCsv::row).iterator(), text, HEADER);
    text.flush();
  }

  private static List<Object> row(FileReport file) {
    List<Object> row = new ArrayList<>();
    row.add(text(file.source()));
    row.add(text(file.sourceUrl()));
    row.add(file.status().label());
    row.add(file.errorKind() == null ? "" : file.errorKind().label());
    row.add(text(file.errorMessage()));
    row.add(file.sizeBytes());
    row.add(file.durationMilliseconds());
    row.add(file.speechMilliseconds());
    row.add(number(file.processingSeconds(), 3));
    row.add(number(file.confidence(), 6));
    row.add(file.words());
    row.add(text(file.locale()));
    row.addAll(audio(file.audio()));
    row.addAll(talk(file.talk()));
    row.addAll(call(file.call()));
    row.add(file.quality() == null ? "" : number(file.quality().expectedErrorRate(), 6));
    return row;
  }

  private static List<Object> audio(@Nullable AudioFacts audio) {
    if (audio == null) {
      return Collections.nCopies(AUDIO_COLUMNS, "");
    }
    return List.of(
        text(audio.container()),
        text(audio.codec()),
        given(audio.sampleRate()),
        audio.channels(),
        text(audio.layout()),
        given(audio.narrowband()),
        audio.truncated(),
        number(audio.clippingShare(), 6),
        number(audio.peakDbfs(), 2),
        number(audio.levelDbfs(), 2));
  }

  private static List<Object> talk(@Nullable Conversation talk) {
    if (talk == null) {
      return Collections.nCopies(TALK_COLUMNS, "");
    }
    return List.of(
        talk.speakers().size(),
        number(talk.silenceShare(), 6),
        number(talk.overlapShare(), 6),
        talk.interruptions());
  }

  private static List<Object> call(@Nullable CallSummary call) {
    if (call == null) {
      return Collections.nCopies(CALL_COLUMNS, "");
    }
    return List.of(
        number(call.agentTalkShare()),
        number(call.customerSentiment()),
        number(call.customerSentimentAtEnd()),
        number(call.silenceShare(), 6),
        call.holdMilliseconds(),
        call.interruptions(),
        text(String.join("; ", call.categories())),
        text(call.issue()));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : number(value, 6);
  }

  private static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "";
  }

  private static Object given(@Nullable Object value) {
    return value == null ? "" : value;
  }
}
