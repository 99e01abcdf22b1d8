package io.beamscribe.speech.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import io.beamscribe.speech.ErrorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The plots of the page, those without any value left out. */
final class ReportPlots {
  private static final int MOST_CODECS = 8;
  private static final double MILLISECONDS_PER_HOUR = 3_600_000;

  /** A bar chart. */
  record Plot(
      String id, String title, String axis, String unit, List<String> labels, List<?> values) {}

  private ReportPlots() {}

  static List<Plot> of(Report report) {
    List<FileReport> done =
        report.details().stream().filter(f -> f.status() == FileStatus.SUCCEEDED).toList();
    Histogram speed =
        Histogram.of(values(done, f -> f.durationMilliseconds() / 1000.0 / f.processingSeconds()));
    Histogram confidence = Histogram.of(values(done, FileReport::confidence));
    List<Plot> plots = new ArrayList<>();
    plots.add(audio(done));
    plots.add(
        new Plot(
            "speed",
            "Speed of each file",
            "times real time on one thread, from",
            "files",
            speed.labels(),
            speed.counts()));
    plots.add(
        new Plot(
            "confidence",
            "Mean confidence of each file",
            "confidence, from",
            "files",
            confidence.labels(),
            confidence.counts()));
    plots.add(failures(report));
    plots.removeIf(plot -> plot.values().isEmpty());
    return plots;
  }

  /** In minutes where there is less than an hour. */
  private static Plot audio(List<FileReport> done) {
    double milliseconds = done.stream().mapToDouble(FileReport::durationMilliseconds).sum();
    double unit = milliseconds < MILLISECONDS_PER_HOUR ? 60_000 : MILLISECONDS_PER_HOUR;
    Map<String, Double> byCodec =
        done.stream()
            .filter(f -> f.audio() != null)
            .collect(
                groupingBy(
                    f -> Figures.visible(f.audio().codec()),
                    TreeMap::new,
                    summingDouble(f -> f.durationMilliseconds() / unit)));
    List<String> labels = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    byCodec.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry -> {
              if (labels.size() < MOST_CODECS) {
                labels.add(entry.getKey());
                amounts.add(entry.getValue());
              } else {
                labels.set(MOST_CODECS - 1, "others");
                amounts.set(MOST_CODECS - 1, amounts.get(MOST_CODECS - 1) + entry.getValue());
              }
            });
    String name = unit == MILLISECONDS_PER_HOUR ? "hours" : "minutes";
    return new Plot("audio", "Audio transcribed, by codec", "codec", name, labels, amounts);
  }

  private static Plot failures(Report report) {
    List<String> labels = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (ErrorKind kind : ErrorKind.values()) {
      long count = report.details().stream().filter(f -> f.errorKind() == kind).count();
      if (count > 0) {
        labels.add(kind.label());
        counts.add(count);
      }
    }
    return new Plot("failures", "Failures by kind", "kind", "files", labels, counts);
  }

  private static double[] values(List<FileReport> files, ToDoubleFunction<FileReport> value) {
    return files.stream().mapToDouble(value).filter(Double::isFinite).toArray();
  }
}
