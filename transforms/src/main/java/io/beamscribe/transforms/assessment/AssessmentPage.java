// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.text.Markup;
import io.beamscribe.transforms.assessment.AssessedFile.AssessedPhone;
import io.beamscribe.transforms.assessment.AssessedFile.AssessedWord;
import io.beamscribe.transforms.assessment.AssessmentDocument.Group;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report for people: one page; a click on a word plays it, where the audio can be reached. */
final class AssessmentPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pronunciation</title><style>
      body{font:15px system-ui,sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#222}
      table{border-collapse:collapse;margin:1em 0}td,th{padding:.25em .7em;border-bottom:1px solid #ddd;text-align:left}
      td.n{text-align:right}.w{padding:.1em .3em;margin:.1em;border-radius:.3em;border:0;font:inherit;cursor:pointer;background:#e4f3e4}
      .Mispronunciation{background:#ffd9a8}.Omission{background:#eee;text-decoration:line-through}.Insertion{background:#f6c6c6}
      .UnexpectedBreak,.MissingBreak,.Monotone{background:#dfe6fb}small{color:#666}
      </style></head><body><h1>Pronunciation</h1>
      """;
  private static final String PLAY =
      """
      <script>document.addEventListener('click',e=>{const w=e.target.closest('button.w');if(!w)return;
      const a=w.closest('section').querySelector('audio');if(!a)return;a.currentTime=w.dataset.from/1000;a.play();
      clearTimeout(a.stop);a.stop=setTimeout(()=>a.pause(),w.dataset.to-w.dataset.from+80);});</script></body></html>
      """;

  private final AssessmentDocument document;

  AssessmentPage(AssessmentDocument document) {
    this.document = document;
  }

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<p>").append(document.recordings()).append(" recordings, ");
    page.append(document.failed()).append(" failed.</p>");
    table(page, "All", List.of(document.all()));
    table(page, "Classes", document.classes());
    table(page, "Speakers", document.speakers());
    page.append("<h2>Recordings</h2>");
    document.details().forEach(row -> recording(page, row));
    return page.append(PLAY).toString();
  }

  private static void table(StringBuilder page, String title, List<Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.append("<h2>").append(title).append("</h2><table><tr><th></th><th>recordings</th>");
    page.append("<th>accuracy</th><th>fluency</th><th>completeness</th><th>prosody</th>");
    page.append(
        "<th>total</th><th>words with errors</th><th>worst phones</th><th>over time</th></tr>");
    for (Group each : groups) {
      page.append("<tr><td>").append(Markup.escape(each.name())).append("</td>");
      cell(page, String.valueOf(each.recordings()));
      cell(page, number(each.accuracy()));
      cell(page, number(each.fluency()));
      cell(page, number(each.completeness()));
      cell(page, number(each.prosody()));
      cell(page, number(each.total()));
      cell(page, each.errors() + " of " + each.words());
      page.append("<td>");
      for (AssessedPhone phone : each.worstPhones()) {
        page.append(phone.name()).append(' ').append(number(phone.accuracy())).append("; ");
      }
      page.append("</td><td>");
      each.progress()
          .forEach(
              (date, total) ->
                  page.append(Markup.escape(date))
                      .append(": ")
                      .append(number(total))
                      .append("<br>"));
      page.append("</td></tr>");
    }
    page.append("</table>");
  }

  private static void cell(StringBuilder page, String text) {
    page.append("<td class=\"n\">").append(text).append("</td>");
  }

  private static void recording(StringBuilder page, AssessedFile row) {
    page.append("<section><h3>").append(Markup.escape(row.path())).append(" <small>");
    page.append(Markup.escape(row.speaker()))
        .append(' ')
        .append(Markup.escape(row.date()))
        .append("</small></h3>");
    if (row.error() != null) {
      page.append("<p>").append(Markup.escape(row.error())).append("</p></section>");
      return;
    }
    page.append("<audio controls preload=\"none\" src=\"");
    page.append(Markup.escape(audio(row.address()))).append("\"></audio><p>");
    for (AssessedWord word : row.words()) {
      page.append("<button class=\"w ").append(word.error()).append("\" data-from=\"");
      page.append(word.startMilliseconds()).append("\" data-to=\"").append(word.endMilliseconds());
      page.append("\" title=\"").append(word.error()).append(' ').append(number(word.accuracy()));
      word.phones()
          .forEach(
              phone ->
                  page.append(' ')
                      .append(phone.name())
                      .append(' ')
                      .append(number(phone.accuracy())));
      page.append("\">").append(Markup.escape(word.text())).append("</button>");
    }
    page.append("</p><p>");
    page.append(
        row.calibrated()
            ? "accuracy %s, fluency %s, completeness %s, prosody %s, total %s"
                .formatted(
                    number(row.accuracy()),
                    number(row.fluency()),
                    number(row.completeness()),
                    number(row.prosody()),
                    number(row.total()))
            : "completeness %s; scores are not calibrated for %s"
                .formatted(number(row.completeness()), Markup.escape(row.locale())));
    page.append("</p></section>");
  }

  private static String audio(String address) {
    return Addresses.isLocal(address)
        ? Path.of(Addresses.localPath(address)).toAbsolutePath().toUri().toString()
        : address;
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.0f", value);
  }
}
