// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.text.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the template shows, as text. Public members, because the template engine asks for them. */
public record ReportView(
    String broken,
    String headline,
    String tone,
    String model,
    String locale,
    List<Card> cards,
    List<Card> failureKinds,
    List<Failure> failures,
    String failuresNote,
    List<TalkView> talks,
    String talksNote,
    List<CallView> calls,
    String callsNote,
    QualityView quality,
    List<Row> rows,
    String rowsNote) {

  /** More rows than this make a browser slow. */
  static final int MOST_ROWS = 2000;

  static final int MOST_FAILURES = 2000;

  /** A figure and what it counts. */
  public record Card(String label, String value, String note) {}

  /** A file that has no transcript. */
  public record Failure(String source, String kind, String message) {}

  /** A file; members that begin with "by" are sort keys, -1 if there is no value. */
  public record Row(
      String source,
      String status,
      double byDuration,
      String duration,
      double bySpeech,
      String speech,
      double byConfidence,
      String confidence,
      int words,
      String language,
      double bySpeed,
      String speed,
      String format,
      long bySize,
      String size) {}

  static ReportView of(Report report) {
    Selection selection = new Selection();
    report.details().forEach(selection::add);
    int failed = selection.count(FileStatus.FAILED);
    List<FileReport> listed = new ArrayList<>(selection.failed);
    listed.addAll(selection.others);
    return new ReportView(
        report.failure() == null
            ? ""
            : "The run broke off. " + report.failure() + " Below are the files that had ended.",
        headline(report, selection),
        failed == 0 ? "good" : selection.count(FileStatus.SUCCEEDED) > 0 ? "mixed" : "bad",
        Figures.visible(report.model()),
        report.locale(),
        cards(report, selection),
        kinds(selection),
        selection.failed.stream().map(ReportView::failure).toList(),
        note("failures", selection.failed.size(), failed),
        selection.talks.stream().map(TalkView::of).toList(),
        selection.withTalk <= TalkView.MOST_FILES
            ? ""
            : String.format(
                Locale.ROOT,
                "%d of %s conversations are shown here; report.json has them all.",
                selection.talks.size(),
                Figures.count(selection.withTalk)),
        selection.calls.stream().map(CallView::of).toList(),
        selection.withCall <= CallView.MOST_CALLS
            ? ""
            : "%s of %s calls are shown here; report.csv has them all."
                .formatted(
                    Figures.count(selection.calls.size()), Figures.count(selection.withCall)),
        QualityView.of(report.history(), selection.doubtful),
        listed.stream().map(ReportView::row).toList(),
        note("files", listed.size(), report.details().size()));
  }

  /** What is shown of the rows, taken in one pass. */
  private static final class Selection {
    private final Map<FileStatus, Integer> statuses = new EnumMap<>(FileStatus.class);
    private final Map<ErrorKind, Integer> kinds = new EnumMap<>(ErrorKind.class);
    private final List<FileReport> failed = new ArrayList<>();
    private final List<FileReport> others = new ArrayList<>();
    private final List<FileReport> talks = new ArrayList<>();
    private final List<FileReport> calls = new ArrayList<>();
    private final Map<String, Integer> doubtful = new TreeMap<>();
    private int withTalk;
    private int withCall;

    void add(FileReport file) {
      statuses.merge(file.status(), 1, Integer::sum);
      if (file.status() == FileStatus.FAILED) {
        if (file.errorKind() != null) {
          kinds.merge(file.errorKind(), 1, Integer::sum);
        }
        addUpTo(MOST_FAILURES, failed, file);
      } else {
        addUpTo(MOST_ROWS, others, file);
      }
      if (file.quality() != null) {
        file.quality()
            .doubtfulWords()
            .forEach((word, count) -> doubtful.merge(word, count, Integer::sum));
      }
      if (file.call() != null) {
        withCall++;
        addUpTo(CallView.MOST_CALLS, calls, file);
      }
      if (file.talk() != null) {
        withTalk++;
        if (!file.talk().speakers().isEmpty()) {
          addUpTo(TalkView.MOST_FILES, talks, file);
        }
      }
    }

    private static void addUpTo(int most, List<FileReport> files, FileReport file) {
      if (files.size() < most) {
        files.add(file);
      }
    }

    int count(FileStatus status) {
      return statuses.getOrDefault(status, 0);
    }
  }

  private static String headline(Report report, Selection selection) {
    int all = report.details().size();
    int done = selection.count(FileStatus.SUCCEEDED);
    int failed = selection.count(FileStatus.FAILED);
    if (all == 0) {
      return report.failure() == null ? "There was nothing to transcribe." : "No file had ended.";
    }
    if (done + failed == 0 && report.failure() == null) {
      return "Nothing was left to do: " + Figures.files(all) + " had been transcribed before.";
    }
    String failures =
        failed == 0 ? "" : "%s of %s failed".formatted(Figures.count(failed), Figures.files(all));
    if (done == 0) {
      return failed == 0 ? Figures.files(all) + " had been transcribed before." : failures + ".";
    }
    return "%s%s transcribed: %s of audio in %s, %s real time."
        .formatted(
            failed == 0 ? "" : failures + "; ",
            failed == 0 ? Figures.files(done) : Figures.count(done),
            Figures.duration(report.totals().audioSeconds()),
            Figures.duration(report.totals().wallSeconds()),
            Figures.times(report.totals().timesRealTime()));
  }

  private static List<Card> cards(Report report, Selection selection) {
    Totals totals = report.totals();
    double share = totals.speechSeconds() / totals.audioSeconds();
    List<Card> cards =
        new ArrayList<>(
            List.of(
                new Card(
                    "Transcribed", Figures.count(selection.count(FileStatus.SUCCEEDED)), "files"),
                new Card("Failed", Figures.count(selection.count(FileStatus.FAILED)), "files"),
                new Card(
                    "Skipped", Figures.count(selection.count(FileStatus.SKIPPED)), "done before"),
                new Card("Ignored", Figures.count(report.ignoredFiles()), "no audio"),
                new Card(
                    "Not started", Figures.count(report.notStartedFiles()), "left to later runs"),
                new Card(
                    "Audio",
                    Figures.duration(totals.audioSeconds()),
                    Double.isFinite(share) ? Figures.percent(share) + " speech" : ""),
                new Card(
                    "Time taken",
                    Figures.duration(totals.wallSeconds()),
                    Figures.duration(totals.processingSeconds()) + " of threads"),
                new Card(
                    "Speed of the run",
                    Figures.times(totals.timesRealTime()),
                    Double.isFinite(totals.timesRealTimePerThread())
                        ? "real time; "
                            + Figures.times(totals.timesRealTimePerThread())
                            + " on a thread"
                        : "real time"),
                new Card("Model loads", Figures.count(totals.modelLoads()), "")));
    if (!report.history().isEmpty() && selection.count(FileStatus.SUCCEEDED) > 0) {
      RunQuality latest = report.history().get(report.history().size() - 1);
      cards.add(
          new Card(
              "Expected accuracy",
              Figures.percent(latest.expectedAccuracy()),
              "of words, by confidence"));
    }
    return cards;
  }

  private static List<Card> kinds(Selection selection) {
    return selection.kinds.entrySet().stream()
        .map(entry -> new Card(entry.getKey().label(), Figures.count(entry.getValue()), ""))
        .toList();
  }

  private static Failure failure(FileReport file) {
    return new Failure(
        Figures.visible(file.source()),
        file.errorKind() == null ? "" : file.errorKind().label(),
        file.errorMessage() == null ? "" : Figures.visible(file.errorMessage()));
  }

  private static Row row(FileReport file) {
    boolean done = file.status() == FileStatus.SUCCEEDED;
    double seconds = file.durationMilliseconds() / 1000.0;
    double speech = file.speechMilliseconds() / (double) file.durationMilliseconds();
    double speed = seconds / file.processingSeconds();
    boolean spoken = done && Double.isFinite(speech);
    boolean timed = done && Double.isFinite(speed);
    boolean sure = Double.isFinite(file.confidence());
    return new Row(
        Figures.visible(file.source()),
        file.status().label(),
        done ? seconds : -1,
        done ? Figures.duration(seconds) : "",
        spoken ? speech : -1,
        spoken ? Figures.percent(speech) : "",
        sure ? file.confidence() : -1,
        sure ? Figures.percent(file.confidence()) : "",
        file.words(),
        file.locale() == null ? "" : Figures.visible(file.locale()),
        timed ? speed : -1,
        timed ? Figures.times(speed) : "",
        format(file.audio()),
        file.sizeBytes(),
        Figures.bytes(file.sizeBytes()));
  }

  private static String format(@Nullable AudioFacts audio) {
    if (audio == null) {
      return "";
    }
    String form = Figures.visible(audio.form());
    String channels = audio.channels() == 1 ? "mono" : audio.channels() + " channels";
    if (audio.sampleRate() == null) {
      return form + ", " + channels;
    }
    String rate = "%s kHz".formatted(Math.round(audio.sampleRate() / 100.0) / 10.0);
    return String.join(", ", form, rate.replace(".0 ", " "), channels);
  }

  private static String note(String what, int shown, int all) {
    return shown == all
        ? ""
        : "%s of %s %s are listed here; report.csv has them all."
            .formatted(Figures.count(shown), Figures.count(all), what);
  }
}
