// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import io.beamscribe.service.jobs.ImportedData.Part;
import io.beamscribe.service.jobs.ImportedData.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads the content of a dataset of any kind, which may be made to do harm. */
final class DatasetContent {
  private static final long MOST_TEXT = 200L << 20;
  private static final long MOST_UNPACKED = 4L << 30;
  private static final int MOST_FILES = 10_000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?|ftp)://|\\bwww\\.");
  private static final Pattern REPEATED = Pattern.compile("(\\S)\\1{3,}");
  private static final Set<String> TEXTS = Set.of(".txt", ".tsv");

  private final Path folder;
  private final List<Part> parts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int accepted;
  private int rejected;
  private long duration;

  private DatasetContent(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads it.
   *
   * @param folder for its files, under names of our own
   */
  static ImportedData read(String kind, Path content, Path folder) throws IOException {
    DatasetContent data = new DatasetContent(folder);
    switch (kind) {
      case "Acoustic", "AudioFiles" -> data.archive(content, kind.equals("Acoustic"));
      case "Pronunciation" -> data.text(content, kind, "PronunciationData");
      case "OutputFormatting" -> data.text(content, kind, "OutputFormattingData");
      default -> data.text(content, kind, "LanguageData");
    }
    return new ImportedData(data.accepted, data.rejected, data.duration, data.parts, data.problems);
  }

  private void text(Path content, String kind, String fileKind) throws IOException {
    if (Files.size(content) > MOST_TEXT) {
      throw new IOException("The text has more than 200 MB.");
    }
    List<String> lines = lines(Files.readAllBytes(content));
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        continue;
      }
      String problem = problem(kind, line);
      if (problem.isEmpty()) {
        kept.add(line);
        accepted++;
      } else {
        reject(i + 1, problem);
      }
    }
    Path file = folder.resolve("text.txt");
    Files.write(file, kept, StandardCharsets.UTF_8);
    parts.add(new Part("text.txt", fileKind, file, 0));
  }

  private static String problem(String kind, String line) {
    return switch (kind) {
      case "Language" ->
          ADDRESS.matcher(line).find()
              ? "The line has a web address."
              : REPEATED.matcher(line).find()
                  ? "A character is repeated more than three times."
                  : "";
      case "Pronunciation" ->
          line.split("\t").length == 2 && line.split("\t")[0].matches("(?s).*\\S.*")
              ? ""
              : "The line is not DISPLAY<tab>SPOKEN.";
      default -> "";
    };
  }

  private void reject(int line, String message) {
    rejected++;
    problems.add(new Problem(line, "InvalidLine", message));
  }

  private static List<String> lines(byte[] bytes) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
    } catch (CharacterCodingException e) {
      throw new IOException("The text is not in UTF-8.", e);
    }
  }

  private void archive(Path content, boolean transcribed) throws IOException {
    Map<String, Part> audio = new HashMap<>();
    List<String> transcripts = new ArrayList<>();
    long unpacked = 0;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replace('\\', '/').replaceFirst("(?s)^.*/", "");
        if (entry.isDirectory() || name.isEmpty() || name.startsWith(".")) {
          continue;
        }
        if (++entries > MOST_FILES) {
          throw new IOException("The archive has more than 10,000 files.");
        }
        Path file = folder.resolve("part" + entries);
        unpacked += unpack(zip, file, MOST_UNPACKED - unpacked);
        if (TEXTS.contains(extension(name))) {
          transcripts.addAll(lines(Files.readAllBytes(file)));
          parts.add(new Part(name, "AcousticDataTranscriptionV2", file, 0));
        } else {
          long length = wav(file);
          if (length < 0) {
            reject(0, name + " is no WAV file.");
            Files.delete(file);
          } else {
            audio.putIfAbsent(name, new Part(name, "Audio", file, length));
          }
        }
      }
    } catch (ZipException e) {
      throw new IOException("The file is no ZIP archive.", e);
    }
    if (entries == 0) {
      throw new IOException("The file is no ZIP archive, or there is nothing in it.");
    }
    if (transcribed) {
      transcripts(transcripts, audio);
    } else {
      audio.values().forEach(this::accept);
    }
  }

  private void transcripts(List<String> lines, Map<String, Part> audio) {
    if (lines.isEmpty()) {
      reject(0, "There is no file of transcripts, such as trans.txt.");
    }
    for (int i = 0; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", 2);
      if (lines.get(i).isBlank()) {
        continue;
      }
      String name = columns[0].replaceFirst("(?s)^.*/", "");
      Part part = columns.length == 2 && !columns[1].isBlank() ? audio.remove(name) : null;
      if (part == null) {
        reject(i + 1, "The line is not FILE<tab>TRANSCRIPT with a file of the archive.");
      } else {
        accept(part);
      }
    }
    audio.keySet().forEach(name -> reject(0, name + " has no transcript."));
  }

  private void accept(Part part) {
    accepted++;
    duration += part.durationMilliseconds();
    parts.add(part);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
  }

  private static long unpack(InputStream in, Path file, long most) throws IOException {
    long size = 0;
    try (var out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        size += count;
        if (size > most) {
          throw new IOException("The archive unpacks to more than 4 GB.");
        }
        out.write(buffer, 0, count);
      }
    }
    return size;
  }

  /** The length of a WAV file in milliseconds; -1 if it is none. */
  private static long wav(Path file) {
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file));
        AudioInputStream audio = AudioSystem.getAudioInputStream(in)) {
      AudioFormat format = audio.getFormat();
      return format.getFrameRate() <= 0
          ? -1
          : (long) (audio.getFrameLength() * 1000.0 / format.getFrameRate());
    } catch (IOException | UnsupportedAudioFileException e) {
      return -1;
    }
  }
}
