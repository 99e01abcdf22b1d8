// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.calls.CallSummary;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  @TempDir Path folder;

  @Test
  void saysWhatHappened() {
    assertThat(html(Reports.of(Reports.succeeded("a.wav", 62_000, 0.9))))
        .contains("1 file transcribed: 1 min 2 s of audio in 3.4 s, 18× real time.");
    assertThat(html(Reports.of())).contains("There was nothing to transcribe.");
    assertThat(html(Reports.of(Reports.skipped("a.wav"))))
        .contains("Nothing was left to do: 1 file had been transcribed before.");
    assertThat(
            html(
                Reports.of(
                    Reports.succeeded("a.wav", 62_000, 0.9),
                    Reports.failed("b.wav", ErrorKind.FORBIDDEN, "No right to read it."))))
        .contains("1 of 2 files failed; 1 transcribed: ", "Forbidden", "No right to read it.");
  }

  @Test
  void isTheSameEachTimeAndLoadsNothing() {
    String page = html(SampleReports.night(30));

    assertThat(page).isEqualTo(html(SampleReports.night(30)));
    assertThat(page)
        .doesNotContain("sourceMappingURL")
        .doesNotContainPattern("<(link|img)[^>]*http");
    assertThat(page).contains("default-src 'none'", "Chart.js v", "MIT License");
  }

  @Test
  void listsCallsAndLinksTheirPages() throws Exception {
    CallSummary call =
        new CallSummary(
            "transcripts/a b#1.wav.call.html",
            0.4,
            -0.25,
            0.5,
            0.125,
            9750,
            2,
            List.of("=Refund", "<b>"),
            "I lost it.");
    Report report = Reports.of(Reports.succeeded("a b#1.wav", 62_000, 0.9).withCall(call));

    assertThat(html(report))
        .contains("href=\"./transcripts/a%20b%231.wav.call.html\"", "-0.25", "+0.50", "9.8 s")
        .contains("=Refund, &lt;b&gt;", "I lost it.");
    assertThat(new String(Reports.csv(report), UTF_8))
        .contains("0.400000,-0.250000,0.500000,0.125000,9750,2,'=Refund; <b>,I lost it.");
    assertThat(ReportFiles.read(new ByteArrayInputStream(Reports.json(report))).details())
        .singleElement()
        .extracting(FileReport::call)
        .isEqualTo(call);
  }

  @Test
  void escapesWhatFilesAreCalled() {
    String page = html(SampleReports.night(30));

    assertThat(page)
        .doesNotContain("<script>alert", "<img src=x", "\u202e")
        .contains("odd/&lt;script&gt;alert(1)&lt;/script&gt;.wav", "${7*7}", "مرحبا بالعالم.wav");
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(3);
  }

  @Test
  void staysSmallForManyFilesAndSaysSo() {
    String page = html(SampleReports.night(20_000));

    assertThat(page.length()).isLessThan(2_500_000);
    assertThat(page).contains("of 20,006 files are listed here; report.csv has them all.");
  }

  @Test
  void worksInABrowser() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: no Chromium on this machine");
    Path page =
        Files.write(folder.resolve("report.html"), ReportFiles.html(SampleReports.night(300)));

    try (Browser browser = Browser.open(program.get(), folder.resolve("profile"))) {
      browser.load(page);

      assertThat(browser.complaints()).isEmpty();
      JsonNode plots =
          browser.eval(
              """
              Array.from(document.querySelectorAll("canvas"), c => c.getContext("2d")
                .getImageData(0, 0, c.width, c.height).data.some(v => v > 0))
              """);
      assertThat(plots).hasSize(4).allMatch(JsonNode::booleanValue);
      assertThat(browser.eval("document.scripts.length").intValue()).isEqualTo(3);
      assertThat(browser.eval("document.querySelectorAll('img').length").intValue()).isZero();

      String column =
          "Array.from(document.querySelectorAll('#files tbody td:nth-child(3)'),"
              + " c => Number(c.dataset.by))";
      String click = "document.querySelector('#files th:nth-child(3) button').click(); ";
      assertThat(doubles(browser.eval(click + column)))
          .hasSize(306)
          .isSortedAccordingTo(Comparator.naturalOrder());
      assertThat(doubles(browser.eval(click + column)))
          .isSortedAccordingTo(Comparator.reverseOrder());

      browser.eval(
          "const field = document.getElementById('find'); field.value = '가나다';"
              + " field.dispatchEvent(new Event('input'))");
      assertThat(browser.eval("document.getElementById('shown').textContent").textValue())
          .isEqualTo("1 of 306 shown");
      browser.eval("document.getElementById('theme').click()");
      assertThat(browser.eval("document.documentElement.dataset.theme").textValue())
          .isEqualTo("dark");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void showsWhoSpeaksInABrowser() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: no Chromium on this machine");
    Path page =
        Files.write(
            folder.resolve("report.html"), ReportFiles.html(SampleReports.conversations(3, 4)));

    try (Browser browser = Browser.open(program.get(), folder.resolve("profile"))) {
      browser.load(page);

      assertThat(browser.complaints()).isEmpty();
      JsonNode strips =
          browser.eval(
              """
              Array.from(document.querySelectorAll("svg.strip"), s => s.getBoundingClientRect().width
                * s.querySelectorAll("path").length
                * Number(getComputedStyle(s.querySelector("path")).fill !== "rgb(0, 0, 0)"))
              """);
      assertThat(doubles(strips)).hasSize(12).allMatch(width -> width > 100);
      assertThat(browser.eval("document.querySelector('.who').textContent").textValue())
          .isEqualTo("<b>Anna</b>");
    }
  }

  @Test
  void showsSomeOfManyConversationsAndSaysSo() {
    String page = html(SampleReports.conversations(1000, 40));

    assertThat(page.length()).isLessThan(3_500_000);
    assertThat(page)
        .contains("100 of 1,000 conversations are shown here; report.json has them all.")
        .contains("The 12 of 40 who speak most.");
    assertThat(html(SampleReports.night(30))).doesNotContain("Who speaks");
  }

  private static List<Double> doubles(JsonNode array) {
    List<Double> doubles = new ArrayList<>();
    array.forEach(value -> doubles.add(value.doubleValue()));
    return doubles;
  }

  private static String html(Report report) {
    return new String(ReportFiles.html(report), UTF_8);
  }
}
