// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.text.PagePart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A page on which a person listens to segments and corrects their texts: one file that loads
 * nothing but the audio beside it. It keeps the work in the browser, and saves it as the list of
 * references that a sample has. Its content policy admits only its own script and style, by their
 * hashes; texts come from data that no browser runs, and are never written as HTML.
 */
public final class CorrectionPage {
  private static final PagePart STYLE = PagePart.of(CorrectionPage.class, "correction.css");
  private static final PagePart SCRIPT = PagePart.of(CorrectionPage.class, "correction.js");

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none';\
       form-action 'none'; img-src data:; media-src * file: blob:; style-src '%s'; script-src '%s'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,">
      <title>Correct a sample</title>
      <style>%s</style>
      </head>
      <body>
      <header><p class="brand">Beamscribe</p><h1>Correct a sample</h1>
      <details open><summary>How to</summary>
      <p>Listen, and correct each text to what is said. Marked words are likely wrong; click a word\
       to hear it. Leave out what nobody can tell. Your work is kept in this browser; save it as\
       <b>refs.tsv</b> in the place of the one in the folder of this page. Rows that are not done\
       are not saved, as nobody has heard them.</p>
      <p><kbd>Enter</kbd> done, next &#160; <kbd>Esc</kbd> play or pause &#160; <kbd>Shift</kbd>\
       <kbd>Enter</kbd> play from the start &#160; <kbd>Alt</kbd> <kbd>&#8593;</kbd>\
       <kbd>&#8595;</kbd> previous, next row</p>
      </details>
      </header>
      <div id="bar"><progress id="progress" value="0" aria-labelledby="state"></progress>
      <span id="state" role="status"></span>
      <button type="button" id="save">Save refs.tsv</button>
      <label class="file">Go on with a refs.tsv <input type="file" id="open"\
       accept=".tsv,.txt"></label>
      <span id="note" role="alert"></span></div>
      <main id="rows"></main>
      <footer><span id="playing"></span><audio controls preload="none"></audio></footer>
      <script type="application/json" id="data">%s</script>
      <script>%s</script>
      </body>
      </html>
      """;

  private CorrectionPage() {}

  /**
   * A segment with its audio.
   *
   * @param file name of the audio, in the folder of the page
   */
  public record Row(String file, Segment segment) {}

  /**
   * What the script shows.
   *
   * @param key tells the work on this sample from that on others
   */
  private record Data(String key, List<Shown> rows) {}

  /**
   * A row.
   *
   * @param f audio
   * @param l locale; empty if unknown
   * @param t text
   * @param d duration in milliseconds
   * @param w words: text, confidence, 0 to 2 for likely right to likely wrong, start
   */
  private record Shown(String f, String l, String t, long d, List<Object[]> w) {}

  /** The page in UTF-8. The same rows give the same bytes. */
  public static byte[] of(List<Row> rows) {
    List<Shown> shown = rows.stream().map(CorrectionPage::shown).toList();
    String key = DigestUtils.sha256Hex(Json.compact(shown)).substring(0, 16);
    String data = PagePart.data(Json.compact(new Data(key, shown)));
    return PAGE.formatted(STYLE.hash(), SCRIPT.hash(), STYLE.text(), data, SCRIPT.text())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Shown shown(Row row) {
    Segment segment = row.segment();
    return new Shown(
        row.file(),
        segment.locale(),
        segment.text(),
        segment.durationMilliseconds(),
        segment.heard().stream().map(CorrectionPage::word).toList());
  }

  private static Object[] word(HeardWord word) {
    double errors = word.expectedErrors();
    return new Object[] {
      word.text(),
      Math.round(word.confidence() * 100) / 100.0,
      errors > 0.5 ? 2 : errors > 0.4 ? 1 : 0,
      word.startMilliseconds()
    };
  }
}
