// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Reads audio with or without transcripts: WAV files in a zip archive or a folder, beside them one
 * text file with a file's name, a tab and its transcript in a line.
 */
public final class AudioData {
  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

  private final String name;
  private final LineReport report = new LineReport();
  private final Map<String, String> transcripts = new LinkedHashMap<>();

  private AudioData(String name) {
    this.name = name;
  }

  /** Takes a file of audio. */
  public interface Taker {
    /**
     * @param transcript empty if there is none
     */
    void take(String file, String transcript, double seconds);
  }

  /** Whether a folder or archive has a file of transcripts. */
  static boolean hasTranscripts(Path file) throws IOException {
    try (AudioArchive archive = AudioArchive.open(file)) {
      return archive.names().stream().anyMatch(AudioData::isText);
    }
  }

  /**
   * Reads audio with transcripts. A file without, or a transcript without a file, is rejected.
   *
   * @param taker gets the files that can be used
   */
  public static DatasetReport acoustic(Path file, Taker taker) throws IOException {
    return read(file, DatasetKind.ACOUSTIC, taker);
  }

  /** Reads audio without transcripts. */
  public static DatasetReport audio(Path file, Taker taker) throws IOException {
    return read(file, DatasetKind.AUDIO_FILES, taker);
  }

  private static DatasetReport read(Path file, DatasetKind kind, Taker taker) throws IOException {
    AudioData data = new AudioData(String.valueOf(file.getFileName()));
    try (AudioArchive archive = AudioArchive.open(file)) {
      if (kind == DatasetKind.ACOUSTIC) {
        data.transcripts(archive);
      }
      data.audio(archive, kind, taker);
    } catch (ZipException e) {
      data.report.problem(data.name + " is neither a whole zip archive nor a folder.");
    }
    return data.report.report(kind);
  }

  private void transcripts(AudioArchive archive) throws IOException {
    List<String> texts = archive.names().stream().filter(AudioData::isText).toList();
    if (texts.size() != 1) {
      report.problem(
          texts.isEmpty()
              ? name + " has no .txt or .tsv file with transcripts."
              : name + " has several files of text: " + String.join(", ", texts) + ".");
      return;
    }
    String listing = texts.get(0);
    Set<String> names = Set.copyOf(archive.names());
    try (InputStream in = archive.open(listing);
        TextLines lines = TextLines.of(in)) {
      report.read(lines, listing, (line, number) -> transcript(line, names, listing));
    }
  }

  private Optional<String> transcript(String line, Set<String> files, String text) {
    String[] cells = line.split("\t", -1);
    // References for tests have a locale between the two.
    boolean hasLocale = cells.length == 3 && LOCALE.matcher(cells[1].strip()).matches();
    String[] pair = hasLocale ? new String[] {cells[0], cells[2]} : cells;
    if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank()) {
      return Optional.of("Expected the name of a file, a tab and its transcript.");
    }
    String beside = text.substring(0, text.lastIndexOf('/') + 1) + pair[0].strip();
    String file = files.contains(beside) ? beside : pair[0].strip();
    if (!files.contains(file)) {
      return Optional.of("There is no file " + pair[0].strip() + ".");
    }
    Optional<String> odd = LineChecks.characters(pair[1]);
    if (odd.isPresent()) {
      return odd;
    }
    if (transcripts.putIfAbsent(file, pair[1].strip()) != null) {
      return Optional.of("The file has a transcript already.");
    }
    return Optional.empty();
  }

  private void audio(AudioArchive archive, DatasetKind kind, Taker taker) throws IOException {
    AudioCheck check = new AudioCheck();
    for (String file : archive.names()) {
      if (kind == DatasetKind.ACOUSTIC && (isText(file) || isAbout(file))) {
        continue;
      }
      Optional<String> defect;
      try (InputStream in = archive.open(file)) {
        defect = check.defect(in);
      }
      String transcript = transcripts.getOrDefault(file, "");
      if (defect.isEmpty() && kind == DatasetKind.ACOUSTIC && transcript.isEmpty()) {
        defect = Optional.of("It has no transcript.");
      }
      if (defect.isPresent()) {
        report.reject(file, 0, "", defect.get());
      } else {
        report.accept();
        taker.take(file, transcript, check.seconds());
      }
    }
  }

  /** Tables that say where audio is from, and pages to correct texts in: no data is in them. */
  private static boolean isAbout(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".html");
  }

  private static boolean isText(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".txt") || lower.endsWith(".tsv");
  }
}
