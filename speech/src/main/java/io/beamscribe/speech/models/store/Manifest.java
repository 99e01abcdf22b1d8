// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.beamscribe.speech.models.Digests;
import io.beamscribe.speech.models.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The content of a stored model, recorded when it was stored.
 *
 * @param digest identity of what recognition uses, see {@link Model#digest}
 * @param files all of them, in order of their names
 */
public record Manifest(Origin origin, String digest, List<Entry> files) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One file.
   *
   * @param name relative to the model's folder, with slashes
   */
  record Entry(String name, long size, String sha256) {}

  /** Reads every file of a model. */
  static Manifest of(Origin origin, Path folder) throws IOException {
    List<Entry> files = new ArrayList<>();
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      files.add(
          new Entry(file.getKey(), Files.size(file.getValue()), Digests.sha256(file.getValue())));
    }
    return new Manifest(origin, digest(files), files);
  }

  /** A user's own folder has no manifest. */
  static Manifest described(Model model) {
    try {
      return of(
          new Origin(
              model.id(),
              model.engine(),
              model.locales(),
              model.licence(),
              model.folder().toString(),
              null,
              List.of()),
          model.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Manifest.class);
  }

  static Manifest read(InputStream in) throws IOException {
    return JSON.readValue(in, Manifest.class);
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /** The files of a folder by their relative names, in the order of these. */
  public static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        found.put(folder.relativize(file).toString().replace('\\', '/'), file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause(); // such as a loop of links
    }
    return found;
  }

  /** Puts a file of one folder into another. */
  public interface Placing {
    void place(Path file, Path place) throws IOException;
  }

  /** Places each file of a folder under its relative name in another, whose folders are made. */
  public static void each(Path folder, Path to, Placing placing) throws IOException {
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      Path place = to.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      placing.place(file.getValue(), place);
    }
  }

  static String digest(List<Entry> files) {
    StringBuilder text = new StringBuilder();
    for (Entry file : files) {
      if (counts(file.name())) {
        text.append(file.name()).append('\0').append(file.sha256()).append('\n');
      }
    }
    return Digests.sha256(text.toString());
  }

  /** Documentation differs between packagings of a model, and no engine reads it. */
  private static boolean counts(String name) {
    return !name.matches("(?i)(.*/)?(readme|licen[cs]e|copying|notice)(\\.\\w+)?");
  }

  long size() {
    return files.stream().mapToLong(Entry::size).sum();
  }

  /** Whether every file exists in its full size: a check cheap enough for each start. */
  boolean complete(Path folder) {
    for (Entry file : files) {
      try {
        if (Files.size(folder.resolve(file.name())) != file.size()) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }

  /** The defects of the folder, file by file; reads everything. */
  List<String> defects(Path folder) throws IOException {
    List<String> defects = new ArrayList<>();
    Map<String, Path> found = files(folder);
    for (Entry file : files) {
      Path here = found.remove(file.name());
      if (here == null) {
        defects.add(file.name() + " is missing.");
      } else if (Files.size(here) != file.size() || !Digests.sha256(here).equals(file.sha256())) {
        defects.add(file.name() + " has changed.");
      }
    }
    found.keySet().forEach(name -> defects.add(name + " does not belong to it."));
    if (!digest(files).equals(digest)) {
      defects.add("Its manifest has changed.");
    }
    return defects;
  }
}
