// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.report.Browser;
import io.beamscribe.speech.scoring.FileReference;
import io.beamscribe.speech.scoring.FileScorer;
import io.beamscribe.speech.scoring.ScoringOptions;
import io.beamscribe.speech.scoring.evaluation.Evaluation.NamedModel;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.speech.scoring.results.FileScore;
import io.beamscribe.speech.transcript.Transcript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final String EVIL = "</script><b>evil</b>";

  @TempDir Path folder;

  @Test
  void addsUpWhatModelsMakeOfFiles() throws Exception {
    Evaluation evaluation = evaluation("/x.wav");
    EvaluationDocument document = evaluation.document();

    Figures first = document.models().get(0).total();
    assertThat(first.wordCount()).isEqualTo(7);
    assertThat(first.wordSubstitutionCount()).isEqualTo(1);
    assertThat(first.wordDeletionCount()).isEqualTo(3);
    assertThat(first.wordErrorRate()).isEqualTo(4.0 / 7);
    assertThat(first.sentenceErrorCount()).isEqualTo(2);
    assertThat(document.models().get(0).substitutions())
        .containsExactly(new EvaluationDocument.Confusion("three", "tree", 1));
    assertThat(document.comparison()).isNotNull();
    assertThat(document.failures()).isEqualTo(1);
    byte[] json = EvaluationFiles.json(document);
    assertThat(EvaluationFiles.read(json)).isEqualTo(EvaluationFiles.read(json));
    assertThat(
            new String(EvaluationFiles.confusionsCsv(evaluation, document), StandardCharsets.UTF_8))
        .contains("one,substitution,three,tree,1");
  }

  @Test
  void tokensAreDividedByKind() {
    FileScore score =
        new FileScorer(ScoringOptions.DEFAULT)
            .score(
                new FileReference(
                    "a.wav",
                    "en-US",
                    List.of(Utterance.of("a.wav", "en-US", "He paid Ann 25 dollars, then left.")),
                    List.of()),
                List.of(
                    Optional.of(mono(phrase(0, 0, 300, "he paid Ann twenty dollars then went.")))),
                List.of(""));

    var tokens = score.models().get(0).tokens();
    assertThat(tokens.punctuation()).isEqualTo(1);
    assertThat(tokens.capitalization()).isEqualTo(1);
    assertThat(tokens.inverseTextNormalization()).isEqualTo(1);
    assertThat(tokens.lexical()).isEqualTo(1);
  }

  @Test
  void aWordIsClickedAndHeardInABrowser() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: no Chromium on this machine");
    Path audio = folder.resolve("a tone.wav");
    Files.write(audio, silence(10));
    Evaluation evaluation = evaluation(audio.toString());
    Path page = folder.resolve("evaluation.html");
    Files.write(page, EvaluationFiles.html(evaluation, evaluation.document()));
    try (Browser browser = Browser.open(program.get(), folder.resolve("profile"))) {
      browser.load(page);
      assertThat(browser.eval("document.querySelectorAll('#files tbody tr').length").intValue())
          .isEqualTo(2);
      browser.eval(
          "[...document.querySelectorAll('#files tbody tr')].find(row =>"
              + " row.textContent.startsWith('a')).click()");
      browser.eval(
          "window.started = 0; audio.play = () => { window.started++; return Promise.resolve() };"
              + " document.querySelector('.pair.k1').click()");
      eventually(browser, "audio.currentTime >= 3");
      eventually(browser, "window.started > 0");
      assertThat(browser.eval("document.querySelectorAll('.said .model').length").intValue())
          .isEqualTo(2);
      browser.eval("document.querySelector('#files th button').click()");
      assertThat(
              browser.eval("document.querySelector('#files tbody tr td').textContent").textValue())
          .isEqualTo(EVIL);
      assertThat(browser.eval("document.querySelectorAll('b').length").intValue()).isEqualTo(0);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void eventually(Browser browser, String condition) {
    await(condition)
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> browser.eval("Boolean(" + condition + ")").booleanValue());
  }

  private static Evaluation evaluation(String audio) {
    FileScorer scorer = new FileScorer(ScoringOptions.DEFAULT);
    Transcript said = mono(phrase(0, 1000, 1000, "one two tree four"));
    Transcript placed =
        new Transcript(audio, Instant.EPOCH, 10_000, List.of(0), said.phrases(), null);
    Transcript better = mono(phrase(0, 1000, 1000, "one two three four"));
    FileScore first =
        scorer.score(
            new FileReference(
                "a.wav",
                "en-US",
                List.of(Utterance.of("a.wav", "en-US", "One two three four.")),
                List.of()),
            List.of(Optional.of(placed), Optional.of(better)),
            List.of("", ""));
    FileScore second =
        scorer.score(
            new FileReference(
                EVIL, "", List.of(Utterance.of(EVIL, "", "<b> nothing here")), List.of()),
            List.of(Optional.empty(), Optional.of(mono(phrase(0, 0, 300, "b nothing here")))),
            List.of("There is no result for the file.", ""));
    return new Evaluation(
        ScoringOptions.DEFAULT,
        List.of(new NamedModel("one", "/1"), new NamedModel("two", "/2")),
        List.of(second, first),
        List.of());
  }

  private static byte[] silence(int seconds) {
    int bytes = seconds * 16_000;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return wav.array();
  }
}
