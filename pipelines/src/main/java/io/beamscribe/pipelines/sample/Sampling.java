// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.sample;

import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.wav.WavOutput;
import io.beamscribe.speech.sampling.CorrectionPage;
import io.beamscribe.speech.sampling.Draw;
import io.beamscribe.speech.sampling.Segment;
import io.beamscribe.speech.sampling.Segments;
import io.beamscribe.speech.text.Csv;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Draws segments and writes them: audio, then {@code origins.csv} and the page to correct them in,
 * and last {@code refs.tsv}, so that a sample with references is whole. Not thread-safe.
 */
final class Sampling {
  private static final String REFERENCES = "refs.tsv";
  private static final String PAGE = "correct.html";

  private final String folder;
  private final StorageSettings storage;
  private final AtomicFiles files;
  private final Consumer<String> failures;
  private int failed;

  /** How many segments were drawn, how long in all, and how many results could not be used. */
  record Done(int segments, double seconds, int failed) {}

  /**
   * @param failures takes a message for each result or audio that cannot be used
   */
  Sampling(String folder, StorageSettings storage, Consumer<String> failures) {
    this.folder = folder.replaceFirst("/$", "");
    this.storage = storage;
    this.files = new AtomicFiles(storage);
    this.failures = failures;
  }

  /** The references in the folder, which a person may have corrected. */
  Optional<String> existing() throws IOException {
    String address = folder + "/" + REFERENCES;
    return files.exists(address) ? Optional.of(address) : Optional.empty();
  }

  Done run(List<StoredResult> results, int count) throws IOException {
    Draw draw = new Draw(count);
    for (StoredResult result : results) {
      try {
        draw.add(Segments.of(result.address(), result.transcript()));
      } catch (SpeechException | IOException | RuntimeException e) {
        fail(result.address(), e);
      }
    }
    StringBuilder references = new StringBuilder();
    List<List<Object>> origins = new ArrayList<>();
    List<CorrectionPage.Row> rows = new ArrayList<>();
    long milliseconds = 0;
    try (SegmentAudio audio = new SegmentAudio(storage)) {
      while (origins.size() < count) {
        Optional<Segment> next = draw.next();
        if (next.isEmpty()) {
          break;
        }
        Segment segment = next.get();
        float[] samples;
        try {
          samples = audio.read(segment);
        } catch (SpeechException | RuntimeException e) {
          draw.leaveOut(segment.result());
          fail(segment.result(), e);
          continue;
        }
        draw.take(segment);
        String name = String.format(Locale.ROOT, "sample-%04d.wav", origins.size() + 1);
        files.write(folder + "/" + name, WavOutput.mono(samples));
        references.append(reference(name, segment));
        origins.add(origin(name, segment));
        rows.add(new CorrectionPage.Row(name, segment));
        milliseconds += segment.durationMilliseconds();
      }
    }
    if (!origins.isEmpty()) {
      files.write(
          folder + "/origins.csv",
          Csv.table(
              origins,
              "file",
              "source",
              "channel",
              "offsetMilliseconds",
              "durationMilliseconds",
              "confidence"));
      files.write(folder + "/" + PAGE, CorrectionPage.of(rows));
      files.write(
          folder + "/" + REFERENCES, references.toString().getBytes(StandardCharsets.UTF_8));
    }
    return new Done(origins.size(), milliseconds / 1000.0, failed);
  }

  private static String reference(String name, Segment segment) {
    String locale = segment.locale().isEmpty() ? "" : segment.locale() + "\t";
    return name + "\t" + locale + segment.text() + "\n";
  }

  private static List<Object> origin(String name, Segment segment) {
    return List.of(
        name,
        Csv.text(segment.source()),
        segment.channel(),
        segment.startMilliseconds(),
        segment.durationMilliseconds(),
        String.format(Locale.ROOT, "%.4f", segment.confidence()));
  }

  private void fail(String result, Exception e) {
    failed++;
    String why =
        e instanceof SpeechException
            ? String.valueOf(e.getMessage())
            : "It cannot be read: " + Failures.reason(e) + ".";
    failures.accept(result + ": " + why);
  }
}
