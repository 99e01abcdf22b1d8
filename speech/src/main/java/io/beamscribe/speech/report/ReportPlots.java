// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The plots of the page, those without any value left out. */
final class ReportPlots {
  private static final int MOST_CODECS = 8;
  private static final double MILLISECONDS_PER_HOUR = 3_600_000;

  /** A bar chart. */
  record Plot(
      String id, String title, String axis, String unit, List<String> labels, List<?> values) {}

  private ReportPlots() {}

  static List<Plot> of(Report report) {
    Values values = new Values();
    report.details().forEach(values::add);
    Histogram speed = Histogram.ofMost(values.speeds.build().toArray());
    Histogram confidence = Histogram.of(values.confidences.build().toArray());
    List<Plot> plots = new ArrayList<>();
    plots.add(audio(values));
    plots.add(
        new Plot(
            "speed",
            "Speed of each file on a thread",
            "times real time, from",
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
    plots.add(failures(values));
    plots.removeIf(plot -> plot.values().isEmpty());
    return plots;
  }

  /** What is plotted of the rows, taken in one pass. */
  private static final class Values {
    private final DoubleStream.Builder speeds = DoubleStream.builder();
    private final DoubleStream.Builder confidences = DoubleStream.builder();
    private final Map<String, Long> milliseconds = new TreeMap<>();
    private final Map<ErrorKind, Long> failures = new EnumMap<>(ErrorKind.class);
    private long all;

    void add(FileReport file) {
      if (file.errorKind() != null) {
        failures.merge(file.errorKind(), 1L, Long::sum);
      }
      if (file.status() == FileStatus.SUCCEEDED) {
        all += file.durationMilliseconds();
        add(speeds, file.durationMilliseconds() / 1000.0 / file.processingSeconds());
        add(confidences, file.confidence());
        if (file.audio() != null) {
          milliseconds.merge(
              Figures.visible(file.audio().form()), file.durationMilliseconds(), Long::sum);
        }
      }
    }

    private static void add(DoubleStream.Builder values, double value) {
      if (Double.isFinite(value)) {
        values.add(value);
      }
    }
  }

  /** In minutes where there is less than an hour. */
  private static Plot audio(Values values) {
    double unit = values.all < MILLISECONDS_PER_HOUR ? 60_000 : MILLISECONDS_PER_HOUR;
    List<String> labels = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    values.milliseconds.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry -> {
              double amount = entry.getValue() / unit;
              if (labels.size() < MOST_CODECS) {
                labels.add(entry.getKey());
                amounts.add(amount);
              } else {
                labels.set(MOST_CODECS - 1, "others");
                amounts.set(MOST_CODECS - 1, amounts.get(MOST_CODECS - 1) + amount);
              }
            });
    String name = unit == MILLISECONDS_PER_HOUR ? "hours" : "minutes";
    return new Plot("audio", "Audio transcribed, by codec", "codec", name, labels, amounts);
  }

  private static Plot failures(Values values) {
    return new Plot(
        "failures",
        "Failures by kind",
        "kind",
        "files",
        values.failures.keySet().stream().map(ErrorKind::label).toList(),
        List.copyOf(values.failures.values()));
  }
}
