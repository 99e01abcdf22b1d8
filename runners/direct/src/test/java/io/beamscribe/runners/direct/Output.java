// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The output of a run. */
public record Output(Path root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public JsonNode report() throws IOException {
    return json(root.resolve("report.json"));
  }

  static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  /** The outcome of each file: its error kind, or its status if it has none. */
  public Map<String, String> ends() throws IOException {
    Map<String, String> ends = new TreeMap<>();
    for (JsonNode row : report().get("details")) {
      String end = row.path("errorKind").asText(row.get("status").asText());
      if (ends.put(row.get("source").asText(), end) != null) {
        throw new IllegalStateException("two rows for " + row.get("source"));
      }
    }
    return ends;
  }

  public int count(String name) throws IOException {
    return report().get(name).asInt();
  }

  /** All transcripts by file name alone, and without their addresses. */
  public Map<String, String> transcriptsWithoutSource() throws IOException {
    Map<String, String> plain = new TreeMap<>();
    transcripts()
        .forEach((name, text) -> plain.put(name.substring(name.lastIndexOf('/') + 1), plain(text)));
    return plain;
  }

  /** A transcript without the time of the run and the address of its file. */
  public static String plain(String transcript) {
    return withoutTime(transcript).replaceFirst("\"source\": \"[^\"]*\"", "");
  }

  /** All transcripts by name, without the one value that differs between runs. */
  public Map<String, String> transcripts() throws IOException {
    Map<String, String> transcripts = new TreeMap<>();
    for (String name : files()) {
      if (name.startsWith("transcripts/")) {
        String text = Files.readString(root.resolve(name));
        transcripts.put(name, withoutTime(text));
      }
    }
    return transcripts;
  }

  private static String withoutTime(String transcript) {
    return transcript.replaceFirst("\"timestamp\": \"[^\"]*\"", "\"timestamp\": \"\"");
  }

  public Stream<String> named(String folder) throws IOException {
    return files().stream().filter(name -> name.startsWith(folder + "/"));
  }

  private List<String> files() throws IOException {
    return new AtomicFiles(StorageSettings.NONE)
        .list(root.toString()).stream()
            .map(file -> root.relativize(Path.of(file)).toString())
            .sorted()
            .toList();
  }
}
