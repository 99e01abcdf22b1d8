// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.json.Json;
import java.io.IOException;
import java.util.Set;

/** The files of an evaluation. The same scores give the same bytes. */
public final class EvaluationFiles {
  private static final Set<String> ONE_LINE_EACH =
      Set.of("substitutions", "deletions", "insertions", "curve", "problems", "speakers");

  private EvaluationFiles() {}

  /** {@code evaluation.json}. */
  public static byte[] json(EvaluationDocument document) {
    return Json.write(document, ONE_LINE_EACH);
  }

  /** Reads {@code evaluation.json}. */
  public static EvaluationDocument read(byte[] json) throws IOException {
    return Json.read(json, EvaluationDocument.class);
  }

  /** {@code files.csv}: a row for each file and model. */
  public static byte[] filesCsv(EvaluationDocument document) {
    return EvaluationCsv.files(document);
  }

  /** {@code utterances.csv}: a row for each utterance and model. */
  public static byte[] utterancesCsv(Evaluation evaluation, EvaluationDocument document) {
    return EvaluationCsv.utterances(evaluation, document);
  }

  /** {@code confusions.csv}: all errors by frequency. */
  public static byte[] confusionsCsv(Evaluation evaluation, EvaluationDocument document) {
    return EvaluationCsv.confusions(evaluation, document);
  }

  /** {@code evaluation.html}: the page for people. */
  public static byte[] html(Evaluation evaluation, EvaluationDocument document) {
    return EvaluationPage.of(evaluation, document);
  }
}
