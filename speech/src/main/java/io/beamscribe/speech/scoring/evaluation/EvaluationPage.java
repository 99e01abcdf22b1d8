// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.formats.Media;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.results.AlignedUtterance;
import io.beamscribe.speech.scoring.results.AlignedWord;
import io.beamscribe.speech.scoring.results.FileScore;
import io.beamscribe.speech.scoring.results.ModelScore;
import io.beamscribe.speech.text.PagePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code evaluation.html}: one file that loads nothing but the audio, which stays where it is. Its
 * content policy admits only its own script and style, by their hashes; what it shows comes from
 * data that no browser runs, and is never written as HTML.
 */
final class EvaluationPage {
  /** Files shown word by word: those with the most errors. */
  private static final int SHOWN = 2000;

  private static final PagePart STYLE = PagePart.of(EvaluationPage.class, "evaluation.css");
  private static final PagePart SCRIPT = PagePart.of(EvaluationPage.class, "evaluation.js");

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
      <title>Evaluation</title>
      <style>%s</style>
      </head>
      <body>
      <header><p class="brand">Beamscribe</p><h1>Evaluation</h1></header>
      <main id="page"></main>
      <footer id="player" hidden><span id="playing"></span><audio controls preload="none"></audio>\
      <label id="missing" hidden>The audio cannot be played from there. Choose the file:\
       <input type="file" accept="audio/*,video/*"></label></footer>
      <script type="application/json" id="data">%s</script>
      <script>%s</script>
      </body>
      </html>
      """;

  private EvaluationPage() {}

  /** What the script shows. */
  private record Data(EvaluationDocument summary, List<Row> files, int shown) {}

  /**
   * A file.
   *
   * @param c counts of each model: correct, substitutions, deletions, insertions
   * @param u utterances; empty if the file is not shown word by word
   */
  private record Row(String f, String l, String a, List<long[]> c, List<Said> u) {}

  /**
   * An utterance.
   *
   * @param t start in milliseconds
   * @param m words of each model: kind, reference, hypothesis, start, confidence
   */
  private record Said(String s, long t, List<List<Object[]>> m) {}

  static byte[] of(Evaluation evaluation, EvaluationDocument document) {
    Set<FileScore> shown =
        evaluation.files().stream()
            .sorted(
                Comparator.comparingLong(FileScore::errors)
                    .reversed()
                    .thenComparing(FileScore::file))
            .limit(SHOWN)
            .collect(
                Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    List<Row> rows = new ArrayList<>();
    for (FileScore file : evaluation.files()) {
      rows.add(
          new Row(
              file.file(),
              file.locale(),
              file.audio().isEmpty() ? "" : Media.link(file.audio()),
              file.models().stream().map(EvaluationPage::counts).toList(),
              shown.contains(file)
                  ? file.utterances().stream().map(EvaluationPage::said).toList()
                  : List.of()));
    }
    String data =
        PagePart.data(Json.compact(new Data(withoutDetails(document), rows, shown.size())));
    return PAGE.formatted(STYLE.hash(), SCRIPT.hash(), STYLE.text(), data, SCRIPT.text())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static EvaluationDocument withoutDetails(EvaluationDocument document) {
    return new EvaluationDocument(
        document.version(),
        document.settings(),
        document.files(),
        document.failures(),
        document.models(),
        document.comparison(),
        document.problems(),
        List.of());
  }

  private static long[] counts(ModelScore score) {
    EditCounts words = score.words();
    return new long[] {
      words.correct(), words.substitutions(), words.deletions(), words.insertions()
    };
  }

  private static Said said(AlignedUtterance utterance) {
    return new Said(
        utterance.speaker(),
        utterance.start(),
        utterance.models().stream()
            .map(words -> words.stream().map(EvaluationPage::word).toList())
            .toList());
  }

  private static Object[] word(AlignedWord word) {
    return new Object[] {
      word.kind().ordinal(),
      word.reference(),
      word.hypothesis(),
      word.start(),
      Math.round(word.confidence() * 1000) / 1000.0
    };
  }
}
