// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.statistics.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluation.json}.
 *
 * @param files number of files with a reference
 * @param failures number of problems
 * @param comparison of two models; null with one
 * @param problems what could not be scored, or not as a whole
 * @param details of each file, by name
 */
public record EvaluationDocument(
    int version,
    Settings settings,
    long files,
    long failures,
    List<Model> models,
    @Nullable Comparison comparison,
    List<Problem> problems,
    List<Detail> details) {
  /** Rises when a member changes its meaning. */
  public static final int VERSION = 1;

  /** How it was scored. */
  public record Settings(
      String normalizer,
      String alignment,
      @Nullable String locale,
      double collar,
      double wordCollar) {}

  /**
   * One model.
   *
   * @param results where its results are
   * @param wordErrorRateInterval bounds of 95 %
   */
  public record Model(
      String name,
      String results,
      Figures total,
      Interval wordErrorRateInterval,
      List<Figures> locales,
      List<PartFigures> speakers,
      List<PartFigures> channels,
      @Nullable WordFigures concatenatedPermutation,
      @Nullable WordFigures timeConstrainedPermutation,
      @Nullable SpeakerFigures diarization,
      @Nullable LanguageFigures languages,
      @Nullable TimeFigures wordTimes,
      @Nullable ConfidenceFigures confidence,
      List<Confusion> substitutions,
      List<Confusion> deletions,
      List<Confusion> insertions) {}

  /** Whether the language of files was found. */
  public record LanguageFigures(long files, long right, double accuracy) {}

  /** How far the times of right words are off, in seconds. */
  public record TimeFigures(
      long words,
      double meanStartError,
      double meanEndError,
      double within50Milliseconds,
      double within100Milliseconds,
      double within200Milliseconds) {}

  /** What is often taken for what. */
  public record Confusion(@Nullable String reference, @Nullable String hypothesis, long count) {}

  /**
   * The first model against the second one.
   *
   * @param wordErrorRateDifference first less second: positive if the second is better
   * @param interval of the difference, bounds of 95 %
   * @param probabilityOfImprovement share of the draws of the bootstrap in which the second is
   *     better
   */
  public record Comparison(
      double wordErrorRateDifference,
      Interval interval,
      double probabilityOfImprovement,
      Pairs matchedPairs) {}

  /**
   * The matched pairs sentence-segment word error test.
   *
   * @param meanDifference in errors a segment, first less second
   * @param significant whether p is below 0.05
   */
  public record Pairs(
      long segments, double meanDifference, double z, double p, boolean significant) {}

  /** What is wrong, for people. */
  public record Problem(String source, @Nullable Integer line, String file, String message) {}

  /**
   * One file.
   *
   * @param models figures of each model
   * @param conversations of each model; null where no speakers are known
   */
  public record Detail(
      String file,
      @Nullable String locale,
      @Nullable String audio,
      List<Figures> models,
      @Nullable List<ConversationFigures> conversations) {}

  /** Scores of who said what, and when. */
  public record ConversationFigures(
      @Nullable WordFigures concatenatedPermutation,
      @Nullable WordFigures timeConstrainedPermutation,
      @Nullable SpeakerFigures diarization) {}
}
