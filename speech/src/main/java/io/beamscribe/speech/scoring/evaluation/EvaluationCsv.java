// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import static io.beamscribe.speech.text.Csv.table;
import static io.beamscribe.speech.text.Csv.text;

import io.beamscribe.speech.scoring.alignment.EditKind;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Confusion;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Detail;
import io.beamscribe.speech.scoring.results.AlignedUtterance;
import io.beamscribe.speech.scoring.results.AlignedWord;
import io.beamscribe.speech.scoring.results.FileScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables by RFC 4180. Text that begins like a formula is written after an apostrophe. */
final class EvaluationCsv {
  private EvaluationCsv() {}

  static byte[] files(EvaluationDocument document) {
    List<List<Object>> rows = new ArrayList<>();
    for (Detail detail : document.details()) {
      for (Figures each : detail.models()) {
        rows.add(
            List.of(
                text(detail.file()),
                text(detail.locale()),
                text(each.name()),
                rate(each.wordErrorRate()),
                each.wordCount(),
                each.wordSubstitutionCount(),
                each.wordDeletionCount(),
                each.wordInsertionCount(),
                rate(each.characterErrorRate()),
                each.characterCount(),
                each.sentenceCount(),
                each.sentenceErrorCount(),
                each.tokenErrorRate() == null ? "" : rate(each.tokenErrorRate()),
                text(detail.audio())));
      }
    }
    return table(
        rows,
        "file",
        "locale",
        "model",
        "wordErrorRate",
        "wordCount",
        "wordSubstitutionCount",
        "wordDeletionCount",
        "wordInsertionCount",
        "characterErrorRate",
        "characterCount",
        "sentenceCount",
        "sentenceErrorCount",
        "tokenErrorRate",
        "audio");
  }

  static byte[] utterances(Evaluation evaluation, EvaluationDocument document) {
    List<List<Object>> rows = new ArrayList<>();
    for (FileScore file : evaluation.files()) {
      for (AlignedUtterance utterance : file.utterances()) {
        for (int i = 0; i < utterance.models().size(); i++) {
          List<AlignedWord> words = utterance.models().get(i);
          rows.add(
              List.of(
                  text(file.file()),
                  utterance.start() < 0 ? "" : utterance.start(),
                  text(utterance.speaker()),
                  text(document.models().get(i).name()),
                  count(words, EditKind.SUBSTITUTION),
                  count(words, EditKind.DELETION),
                  count(words, EditKind.INSERTION),
                  text(joined(words, AlignedWord::reference)),
                  text(joined(words, AlignedWord::hypothesis))));
        }
      }
    }
    return table(
        rows,
        "file",
        "startMilliseconds",
        "speaker",
        "model",
        "substitutions",
        "deletions",
        "insertions",
        "reference",
        "hypothesis");
  }

  private static long count(List<AlignedWord> words, EditKind kind) {
    return words.stream().filter(word -> word.kind() == kind).count();
  }

  private static String joined(List<AlignedWord> words, Function<AlignedWord, String> side) {
    return words.stream()
        .map(side)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static byte[] confusions(Evaluation evaluation, EvaluationDocument document) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < document.models().size(); i++) {
      for (EditKind kind : List.of(EditKind.SUBSTITUTION, EditKind.DELETION, EditKind.INSERTION)) {
        for (Confusion each : evaluation.confusions(i, kind)) {
          rows.add(
              List.of(
                  text(document.models().get(i).name()),
                  kind.name().toLowerCase(Locale.ROOT),
                  text(each.reference()),
                  text(each.hypothesis()),
                  each.count()));
        }
      }
    }
    return table(rows, "model", "kind", "reference", "hypothesis", "count");
  }

  private static String rate(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
