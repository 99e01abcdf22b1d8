// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.Container;
import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Files;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.settings.OutputLayout;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the files of a finished transcription: a result for each audio, and the report. */
final class ResultFiles {
  private static final String REPORT = "report.json";

  private final Files files;
  private final DataFolder folder;
  private final GuardedClient client;

  /**
   * What became of a file.
   *
   * @param path of its result; null if it failed
   * @param errorKind null if it did not
   */
  record Outcome(@Nullable String path, @Nullable String errorKind, @Nullable String message) {
    static final Outcome MISSING =
        new Outcome(null, "Internal", "The job has not told what became of this file.");

    static Outcome refused(String message) {
      return new Outcome(null, "InvalidUri", message);
    }

    static Outcome of(FileReport row) {
      return row.status() == FileStatus.FAILED
          ? new Outcome(
              null,
              row.errorKind() == null ? "Internal" : row.errorKind().label(),
              row.errorMessage())
          : new Outcome(row.source(), null, null);
    }
  }

  ResultFiles(Files files, DataFolder folder, GuardedClient client) {
    this.files = files;
    this.folder = folder;
    this.client = client;
  }

  /**
   * Writes them, and makes them the files of the entity. Names and ids are the same if it is done
   * again.
   *
   * @return duration of all audio in milliseconds
   */
  long publish(Entity entity, Path output, Map<AudioInput, Outcome> outcomes) throws WorkException {
    ResultShape shape = new ResultShape(entity.version(), entity.properties());
    OutputLayout layout = new OutputLayout(output.toString());
    List<StoredFile> stored = new ArrayList<>();
    ArrayNode details = Jsons.object().putArray("details");
    long duration = 0;
    int failed = 0;
    try {
      for (Map.Entry<AudioInput, Outcome> each : outcomes.entrySet()) {
        AudioInput input = each.getKey();
        Outcome outcome = each.getValue();
        ObjectNode detail = details.addObject();
        detail.put("source", input.source()).put("sourceUrl", input.source());
        if (outcome.path() == null) {
          failed++;
          detail.put("status", "Failed").put("errorKind", outcome.errorKind());
          detail.put("errorMessage", outcome.message());
          continue;
        }
        detail.put("status", "Succeeded");
        ObjectNode document =
            (ObjectNode)
                Jsons.read(
                    java.nio.file.Files.readAllBytes(
                        Path.of(layout.transcript(outcome.path(), "json"))));
        long length = document.path("durationMilliseconds").asLong();
        duration += length;
        stored.add(
            store(
                entity,
                stored.size(),
                input.name() + ".json",
                "Transcription",
                shape.apply(document, input.source()),
                length));
      }
      ObjectNode report = Jsons.object();
      report.put("successfulTranscriptionsCount", outcomes.size() - failed);
      report.put("failedTranscriptionsCount", failed);
      report.set("details", details);
      stored.add(
          store(entity, stored.size(), REPORT, "TranscriptionReport", Jsons.bytes(report), null));
    } catch (IOException e) {
      throw new WorkException(
          "InaccessibleCustomerStorage", "The results cannot be stored: " + e.getMessage(), e);
    }
    files.replace(entity.id(), stored);
    return duration;
  }

  private StoredFile store(
      Entity entity, int number, String name, String kind, byte[] bytes, @Nullable Long duration)
      throws IOException {
    String id =
        UUID.nameUUIDFromBytes(
                (entity.id() + "/" + number + "/" + name).getBytes(StandardCharsets.UTF_8))
            .toString();
    Path file = folder.files(entity.id()).resolve(id + ".json");
    folder.write(file, bytes);
    String location = folder.location(file);
    String destination = entity.hidden().path("destinationContainerUrl").asText();
    if (!destination.isEmpty()) {
      location = new Container(client, URI.create(destination)).put(entity.id() + "/" + name, file);
      java.nio.file.Files.delete(file);
    }
    return new StoredFile(
        id,
        entity.id(),
        entity.owner(),
        name,
        kind,
        bytes.length,
        Instant.now(),
        location,
        duration);
  }
}
