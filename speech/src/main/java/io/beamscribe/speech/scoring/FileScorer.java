// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.alignment.Edit;
import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.alignment.EditKind;
import io.beamscribe.speech.scoring.confidence.Calibration;
import io.beamscribe.speech.scoring.conversations.Turn;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.speech.scoring.results.AlignedUtterance;
import io.beamscribe.speech.scoring.results.AlignedWord;
import io.beamscribe.speech.scoring.results.FileScore;
import io.beamscribe.speech.scoring.results.ModelScore;
import io.beamscribe.speech.scoring.results.PartScore;
import io.beamscribe.speech.scoring.results.TokenErrors;
import io.beamscribe.speech.scoring.results.WordTimes;
import io.beamscribe.speech.scoring.statistics.MatchedPairs;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scores what one or two models made of a file. Deterministic; thread-safe.
 *
 * <p>The words of all utterances are aligned with all that was recognised, by channel if both sides
 * have several, so that no word is lost between utterances. A file without a result counts as one
 * in which nothing was recognised.
 */
public final class FileScorer {
  private final ScoringOptions options;

  public FileScorer(ScoringOptions options) {
    this.options = options;
  }

  /**
   * Scores a file.
   *
   * @param hypotheses of each model, empty where there is none
   * @param problems what is wrong with the result of each model; empty where nothing is
   */
  public FileScore score(
      FileReference reference, List<Optional<Transcript>> hypotheses, List<String> problems) {
    String locale = locale(reference, hypotheses);
    List<OneModel> models = new ArrayList<>();
    for (Optional<Transcript> hypothesis : hypotheses) {
      models.add(
          new OneModel(reference, hypothesis.orElse(nothing(reference.file())), locale, options));
    }
    MatchedPairs pairs = MatchedPairs.NONE;
    List<AlignedUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < reference.utterances().size(); i++) {
      if (models.size() == 2) {
        pairs = pairs.plus(MatchedPairs.of(models.get(0).edits(i), models.get(1).edits(i)));
      }
      int at = i;
      Utterance utterance = reference.utterances().get(i);
      utterances.add(
          new AlignedUtterance(
              utterance.speaker(),
              utterance.channel(),
              utterance.isTimed() ? Math.round(utterance.start() * 1e3) : -1,
              utterance.text(),
              models.stream().map(model -> model.aligned(at)).toList()));
    }
    return new FileScore(
        reference.file(),
        locale,
        hypotheses.stream()
            .flatMap(Optional::stream)
            .map(Transcript::source)
            .findFirst()
            .orElse(""),
        problems,
        models.stream().map(OneModel::score).toList(),
        pairs,
        utterances);
  }

  private static Transcript nothing(String file) {
    return new Transcript(file, Instant.EPOCH, 0, List.of(), List.of(), null);
  }

  private String locale(FileReference reference, List<Optional<Transcript>> hypotheses) {
    if (!reference.locale().isEmpty()) {
      return reference.locale();
    }
    if (!options.locale().isEmpty()) {
      return options.locale();
    }
    return hypotheses.stream()
        .flatMap(Optional::stream)
        .map(
            each ->
                each.provenance() != null && each.provenance().locale() != null
                    ? each.provenance().locale().split(",")[0]
                    : Optional.ofNullable(Languages.main(each)).orElse(""))
        .findFirst()
        .orElse("");
  }

  /** What one model made of a file. For one use. */
  private static final class OneModel {
    private final FileReference reference;
    private final Transcript hypothesis;
    private final String locale;
    private final ScoringOptions options;
    private final List<WordScore> groups = new ArrayList<>();

    /** Of each utterance, the group that it is scored in. */
    private final Map<Integer, WordScore> groupOf = new TreeMap<>();

    /** Of each utterance, its steps. */
    private final Map<Integer, List<Edit>> edits = new TreeMap<>();

    OneModel(
        FileReference reference, Transcript hypothesis, String locale, ScoringOptions options) {
      this.reference = reference;
      this.hypothesis = hypothesis;
      this.locale = locale;
      this.options = options;
      List<Utterance> utterances = reference.utterances();
      List<Integer> channels =
          utterances.stream().map(Utterance::channel).distinct().sorted().toList();
      if (channels.size() > 1 && hypothesis.channels().size() > 1) {
        for (int channel : channels) {
          group(
              IntStream.range(0, utterances.size())
                  .filter(i -> utterances.get(i).channel() == channel)
                  .boxed()
                  .toList(),
              hypothesis.phrases().stream().filter(phrase -> phrase.channel() == channel).toList());
        }
        List<Phrase> others =
            hypothesis.phrases().stream()
                .filter(phrase -> !channels.contains(phrase.channel()))
                .toList();
        if (!others.isEmpty()) {
          group(List.of(), others);
        }
      } else {
        boolean timed = utterances.size() > 1 && utterances.stream().allMatch(Utterance::isTimed);
        List<Phrase> phrases = hypothesis.phrases();
        group(
            IntStream.range(0, utterances.size()).boxed().toList(),
            timed
                ? phrases.stream()
                    .sorted(Comparator.comparingLong(Phrase::startMilliseconds))
                    .toList()
                : phrases);
      }
    }

    private void group(List<Integer> indices, List<Phrase> phrases) {
      List<Integer> ordered = new ArrayList<>(indices);
      List<Utterance> all = reference.utterances();
      if (indices.stream().allMatch(i -> all.get(i).isTimed())) {
        ordered.sort(Comparator.comparingDouble(i -> all.get(i).start()));
      }
      WordScore score =
          new WordScore(ordered.stream().map(all::get).toList(), phrases, locale, options);
      groups.add(score);
      List<List<Edit>> own = score.byUtterance();
      for (int i = 0; i < ordered.size(); i++) {
        groupOf.put(ordered.get(i), score);
        edits.put(ordered.get(i), own.get(i));
      }
    }

    List<Edit> edits(int utterance) {
      return edits.getOrDefault(utterance, List.of());
    }

    List<AlignedWord> aligned(int utterance) {
      WordScore group = groupOf.get(utterance);
      return group == null ? List.of() : edits(utterance).stream().map(group::aligned).toList();
    }

    private EditCounts charactersOf(int utterance) {
      WordScore group = groupOf.get(utterance);
      return group == null ? EditCounts.NONE : group.characters(edits(utterance));
    }

    ModelScore score() {
      EditCounts words = EditCounts.NONE;
      EditCounts characters = EditCounts.NONE;
      WordTimes times = WordTimes.NONE;
      Calibration.Builder calibration = new Calibration.Builder();
      boolean said = !reference.utterances().isEmpty();
      for (WordScore group : said ? groups : List.<WordScore>of()) {
        words = words.plus(group.words());
        characters = characters.plus(group.characters());
        times = times.plus(group.times());
        group.calibrate(calibration);
      }
      Map<String, PartScore> speakers = new TreeMap<>();
      Map<String, PartScore> channels = new TreeMap<>();
      long wrong = 0;
      for (int i = 0; i < reference.utterances().size(); i++) {
        Utterance utterance = reference.utterances().get(i);
        int isWrong = edits(i).stream().anyMatch(edit -> edit.kind() != EditKind.CORRECT) ? 1 : 0;
        wrong += isWrong;
        if (utterance.speaker().isEmpty() && utterance.channel() < 0) {
          continue;
        }
        PartScore part = new PartScore(EditCounts.of(edits(i)), charactersOf(i), 1, isWrong);
        if (!utterance.speaker().isEmpty()) {
          speakers.merge(utterance.speaker(), part, PartScore::plus);
        }
        if (utterance.channel() >= 0) {
          channels.merge("" + utterance.channel(), part, PartScore::plus);
        }
      }
      boolean conversation =
          !speakers.isEmpty()
              && reference.utterances().stream().noneMatch(each -> each.speaker().isEmpty())
              && (ConversationScore.hasSpeakers(hypothesis)
                  || hypothesis.channels().size() > 1
                  || speakers.size() > 1);
      ConversationScore.Edits spoken =
          conversation
              ? ConversationScore.edits(reference.utterances(), hypothesis, locale, options)
              : new ConversationScore.Edits(EditCounts.NONE, EditCounts.NONE);
      List<Turn> turns =
          reference.turns().isEmpty()
              ? ConversationScore.turns(reference.utterances())
              : reference.turns();
      boolean diarized =
          !turns.isEmpty()
              && (!reference.turns().isEmpty() || ConversationScore.hasSpeakers(hypothesis));
      String main = Languages.main(hypothesis);
      boolean identified = !reference.locale().isEmpty() && main != null;
      return new ModelScore(
          words,
          characters,
          reference.utterances().size(),
          wrong,
          tokens(),
          spoken.cp(),
          spoken.tcp(),
          diarized
              ? ConversationScore.diarization(turns, hypothesis, options)
              : ModelScore.NONE.diarization(),
          identified ? 1 : 0,
          identified && Languages.same(main, reference.locale()) ? 1 : 0,
          times,
          calibration.build(),
          speakers,
          channels);
    }

    private TokenErrors tokens() {
      String said =
          ConversationScore.sorted(reference.utterances()).stream()
              .map(Utterance::text)
              .collect(Collectors.joining(" "));
      return DisplayScore.isWritten(said)
          ? DisplayScore.of(
              said,
              hypothesis.phrases().stream()
                  .map(phrase -> phrase.best().display())
                  .collect(Collectors.joining(" ")))
          : TokenErrors.NONE;
    }
  }
}
