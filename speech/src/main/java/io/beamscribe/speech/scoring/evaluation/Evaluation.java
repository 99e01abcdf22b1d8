// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.ScoringOptions;
import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.alignment.EditKind;
import io.beamscribe.speech.scoring.conversations.DiarizationCounts;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Comparison;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Confusion;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.ConversationFigures;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Detail;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.LanguageFigures;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Model;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Pairs;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Settings;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.TimeFigures;
import io.beamscribe.speech.scoring.results.FileScore;
import io.beamscribe.speech.scoring.results.ModelScore;
import io.beamscribe.speech.scoring.results.WordTimes;
import io.beamscribe.speech.scoring.statistics.Bootstrap;
import io.beamscribe.speech.scoring.statistics.MatchedPairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the scores of files together. The order in which they are added makes no difference. Not
 * thread-safe.
 */
public final class Evaluation {
  private static final int CONFUSIONS = 100;
  private static final double SIGNIFICANT = 0.05;
  private static final ConversationFigures NO_SPEAKERS = new ConversationFigures(null, null, null);

  private final ScoringOptions options;
  private final List<NamedModel> models;
  private final List<FileScore> files;
  private final List<Problem> problems;
  private final List<Confusions> confusions = new ArrayList<>();

  /**
   * A model under test.
   *
   * @param results where its results are
   */
  public record NamedModel(String name, String results) {}

  /**
   * @param models one or two
   * @param files scores of these models
   * @param problems with references, besides those of the files
   */
  public Evaluation(
      ScoringOptions options,
      List<NamedModel> models,
      List<FileScore> files,
      List<Problem> problems) {
    this.options = options;
    this.models = List.copyOf(models);
    this.files = files.stream().sorted(Comparator.comparing(FileScore::file)).toList();
    this.problems = new ArrayList<>(problems);
    for (FileScore file : this.files) {
      for (String problem : file.problems()) {
        if (!problem.isEmpty()) {
          this.problems.add(new Problem("", null, file.file(), problem));
        }
      }
    }
    for (int i = 0; i < models.size(); i++) {
      Confusions all = new Confusions();
      int model = i;
      this.files.forEach(
          file -> file.utterances().forEach(each -> all.add(each.models().get(model))));
      confusions.add(all);
    }
  }

  /** The document. */
  public EvaluationDocument document() {
    List<Model> parts = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      parts.add(model(i));
    }
    return new EvaluationDocument(
        EvaluationDocument.VERSION,
        new Settings(
            options.normalizer().name().toLowerCase(Locale.ROOT),
            options.alignment().name().toLowerCase(Locale.ROOT),
            options.locale().isEmpty() ? null : options.locale(),
            options.collar(),
            options.wordCollar()),
        files.size(),
        problems.size(),
        parts,
        models.size() == 2 ? comparison() : null,
        problems,
        files.stream().map(this::detail).toList());
  }

  /** The files, by name. */
  List<FileScore> files() {
    return files;
  }

  /** All confusions of a model. */
  List<Confusion> confusions(int model, EditKind kind) {
    return confusions.get(model).of(kind, Long.MAX_VALUE);
  }

  private Detail detail(FileScore file) {
    List<Figures> figures = new ArrayList<>();
    List<ConversationFigures> conversations = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      ModelScore score = file.models().get(i);
      figures.add(Figures.of(models.get(i).name(), 1, score));
      conversations.add(conversation(score));
    }
    boolean speakers = conversations.stream().anyMatch(each -> !each.equals(NO_SPEAKERS));
    return new Detail(
        file.file(),
        orNull(file.locale()),
        orNull(file.audio()),
        figures,
        speakers ? conversations : null);
  }

  private static ConversationFigures conversation(ModelScore score) {
    return new ConversationFigures(
        permutation("cpWER", score.cp()),
        permutation("tcpWER", score.tcp()),
        score.diarization().equals(DiarizationCounts.NONE)
            ? null
            : SpeakerFigures.of(score.diarization()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Model model(int model) {
    ModelScore total = ModelScore.NONE;
    Map<String, ModelScore> locales = new TreeMap<>();
    Map<String, Long> counts = new TreeMap<>();
    for (FileScore file : files) {
      ModelScore score = file.models().get(model);
      total = total.plus(score);
      locales.merge(file.locale(), score, ModelScore::plus);
      counts.merge(file.locale(), 1L, Long::sum);
    }
    ConversationFigures conversation = conversation(total);
    List<Figures> byLocale = new ArrayList<>();
    locales.forEach(
        (locale, score) ->
            byLocale.add(Figures.of(locale, counts.getOrDefault(locale, 0L), score)));
    return new Model(
        models.get(model).name(),
        models.get(model).results(),
        Figures.of(models.get(model).name(), files.size(), total),
        Bootstrap.ratio(errors(model), lengths()),
        byLocale,
        PartFigures.of(total.speakers()),
        PartFigures.of(total.channels()),
        conversation.concatenatedPermutation(),
        conversation.timeConstrainedPermutation(),
        conversation.diarization(),
        total.languages() == 0
            ? null
            : new LanguageFigures(
                total.languages(),
                total.rightLanguages(),
                (double) total.rightLanguages() / total.languages()),
        times(total.times()),
        total.calibration().words() == 0 ? null : ConfidenceFigures.of(total.calibration()),
        confusions.get(model).of(EditKind.SUBSTITUTION, CONFUSIONS),
        confusions.get(model).of(EditKind.DELETION, CONFUSIONS),
        confusions.get(model).of(EditKind.INSERTION, CONFUSIONS));
  }

  private static @Nullable WordFigures permutation(String name, EditCounts counts) {
    return counts.equals(EditCounts.NONE) ? null : WordFigures.of(name, counts);
  }

  private static @Nullable TimeFigures times(WordTimes times) {
    double words = times.words();
    return words == 0
        ? null
        : new TimeFigures(
            times.words(),
            times.start() / words,
            times.end() / words,
            times.within50() / words,
            times.within100() / words,
            times.within200() / words);
  }

  private Comparison comparison() {
    long[] first = errors(0);
    long[] second = errors(1);
    long[] lengths = lengths();
    MatchedPairs pairs = MatchedPairs.NONE;
    long difference = 0;
    long length = 0;
    for (int i = 0; i < lengths.length; i++) {
      pairs = pairs.plus(files.get(i).pairs());
      difference += first[i] - second[i];
      length += lengths[i];
    }
    return new Comparison(
        (double) difference / Math.max(1, length),
        Bootstrap.difference(first, second, lengths),
        Bootstrap.probabilityOfImprovement(first, second, lengths),
        new Pairs(
            pairs.segments(),
            (double) pairs.sum() / Math.max(1, pairs.segments()),
            pairs.z(),
            pairs.p(),
            pairs.p() < SIGNIFICANT));
  }

  private long[] errors(int model) {
    return files.stream().mapToLong(file -> file.models().get(model).words().errors()).toArray();
  }

  private long[] lengths() {
    return files.stream().mapToLong(file -> file.models().get(0).words().reference()).toArray();
  }
}
