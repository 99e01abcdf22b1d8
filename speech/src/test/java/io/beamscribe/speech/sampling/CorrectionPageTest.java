// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.audio.wav.WavOutput;
import io.beamscribe.speech.datasets.DatasetCheck;
import io.beamscribe.speech.datasets.DatasetKind;
import io.beamscribe.speech.report.Browser;
import io.beamscribe.speech.scoring.references.ReferenceFiles;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionPageTest {
  private static final String EVIL = "</script><script>document.title='evil'</script>\"'&";
  private static final List<String> TEXTS =
      List.of("one tree, four.", "مرحبا بالعالم", "今日は良い天気です", EVIL, "mumble mumble");

  @TempDir Path folder;

  @Test
  void textsAreHeardCorrectedAndSavedInABrowser() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: no Chromium on this machine");
    List<CorrectionPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      String file = "sample %d #.wav".formatted(i);
      Files.write(folder.resolve(file), WavOutput.mono(new float[5 * 16_000]));
      rows.add(new CorrectionPage.Row(file, segment(i == 0 ? "en-US" : null, TEXTS.get(i))));
    }
    Path page = folder.resolve("correct.html");
    Files.write(page, CorrectionPage.of(rows));
    Path saved = folder.resolve("saved");
    try (Browser browser = Browser.open(program.get(), folder.resolve("profile"))) {
      browser.saveTo(saved);
      browser.load(page);
      assertThat(browser.eval("document.title").textValue()).isEqualTo("Correct a sample");
      assertThat(browser.eval("document.querySelectorAll('article').length").intValue())
          .isEqualTo(5);
      assertThat(browser.eval("document.querySelector('.d2').textContent").textValue())
          .isEqualTo("tree,");
      assertThat(shownTexts(browser)).isEqualTo(String.join("\n", TEXTS));
      assertThat(direction(browser, 1)).isEqualTo("rtl");
      assertThat(direction(browser, 2)).isEqualTo("ltr");
      assertThat(browser.eval("document.getElementById('save').disabled").booleanValue()).isTrue();

      browser.eval(
          "window.started = 0; audio.play = () => { window.started++; return Promise.resolve() };"
              + " document.querySelectorAll('.word')[1].click()");
      eventually(browser, "window.started === 1 && audio.currentTime === 1");
      key(browser, 0, "Enter", "shiftKey: true");
      eventually(browser, "window.started === 2 && audio.currentTime === 0");
      key(browser, 0, "Escape", "");
      eventually(browser, "window.started === 3");

      type(browser, 0, "one\\tthree,\\nfour.");
      key(browser, 0, "Enter", "isComposing: true");
      assertThat(state(browser)).isEqualTo("0 of 5 done");
      key(browser, 0, "Enter", "");
      assertThat(state(browser)).isEqualTo("1 of 5 done");
      eventually(browser, "audio.src.endsWith('sample%201%20%23.wav') && window.started === 4");
      assertThat(browser.eval("document.activeElement === rows[1].text").booleanValue()).isTrue();
      key(browser, 1, "Enter", "");
      key(browser, 2, "ArrowDown", "altKey: true");
      assertThat(browser.eval("document.activeElement === rows[3].text").booleanValue()).isTrue();
      key(browser, 3, "Enter", "");
      browser.eval("rows[4].out.click()");

      browser.load(page);
      assertThat(state(browser)).isEqualTo("4 of 5 done, 1 left out");
      browser.eval("document.getElementById('save').click()");
      Path references = saved.resolve("refs.tsv");
      await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(references));
      assertThat(references)
          .hasContent(
              "sample 0 #.wav\ten-US\tone three, four.\nsample 1 #.wav\t%s\nsample 3 #.wav\t%s\n"
                  .formatted(TEXTS.get(1), EVIL));
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.eval("document.querySelectorAll('main script').length").intValue())
          .isEqualTo(0);
      Files.copy(references, folder.resolve("refs.tsv"));
    }
    var read = ReferenceFiles.read("refs.tsv", Files.readAllBytes(folder.resolve("refs.tsv")));
    assertThat(read.bad()).isEmpty();
    assertThat(read.utterances())
        .extracting(Utterance::text)
        .containsExactly("one three, four.", TEXTS.get(1), EVIL);
  }

  /** What is beside the audio of a sample is no audio that lacks a text. */
  @Test
  void aSampleIsADataset() throws Exception {
    Files.write(folder.resolve("a.wav"), WavOutput.mono(new float[5 * 16_000]));
    Files.writeString(folder.resolve("refs.tsv"), "a.wav\ten-US\tone two\n");
    Files.writeString(folder.resolve("origins.csv"), "file\n");
    Files.write(
        folder.resolve("correct.html"),
        CorrectionPage.of(List.of(new CorrectionPage.Row("a.wav", segment("en-US", "one two")))));
    var report = new DatasetCheck("en-US", () -> false).check(DatasetKind.ACOUSTIC, folder);
    assertThat(report.usable()).isTrue();
    assertThat(report.rejections()).isEmpty();
  }

  private static String shownTexts(Browser browser) throws Exception {
    return browser
        .eval("[...document.querySelectorAll('.heard')].map(each => each.textContent).join('\\n')")
        .textValue();
  }

  private static String direction(Browser browser, int row) throws Exception {
    return browser.eval("getComputedStyle(rows[%d].text).direction".formatted(row)).textValue();
  }

  private static String state(Browser browser) throws Exception {
    return browser.eval("document.getElementById('state').textContent").textValue();
  }

  private static void type(Browser browser, int row, String text) throws Exception {
    browser.eval(
        "rows[%1$d].text.value = '%2$s'; rows[%1$d].text.dispatchEvent(new Event('input'))"
            .formatted(row, text));
  }

  private static void key(Browser browser, int row, String key, String more) throws Exception {
    browser.eval(
        ("rows[%d].text.focus(); document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: '%s', bubbles: true, cancelable: true, %s }))")
            .formatted(row, key, more));
  }

  private static void eventually(Browser browser, String condition) {
    await(condition)
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> browser.eval("Boolean(" + condition + ")").booleanValue());
  }

  /** The second word is one that is likely wrong. */
  private static Segment segment(String locale, String text) throws Exception {
    String[] texts = text.split(" ");
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      words.add(new Word(texts[i], i * 1000L, i * 1000L + 1000, i == 1 ? 0.1 : 0.95));
    }
    words.set(
        words.size() - 1,
        new Word(
            texts[texts.length - 1],
            (texts.length - 1) * 1000L,
            5000,
            texts.length == 2 ? 0.1 : 0.95));
    Phrase phrase = new Phrase(0, 0, 5000, locale, List.of(Reading.verbatim(text, 0.5, words)));
    return Segments.of(
            "a", new Transcript("a.wav", Instant.EPOCH, 5000, List.of(0), List.of(phrase), null))
        .get(0);
  }
}
