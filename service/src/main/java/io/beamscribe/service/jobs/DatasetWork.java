// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.StoredFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports a dataset: fetches it, checks each line, and tells what it leaves out. Thread-safe. */
public final class DatasetWork implements Work {
  private static final long MOST = 2L << 30;
  private static final int MOST_TOLD = 1000;

  private final WorkTools tools;

  public DatasetWork(WorkTools tools) {
    this.tools = tools;
  }

  @Override
  public Kind kind() {
    return Kind.DATASET;
  }

  @Override
  public ObjectNode run(Entity dataset) throws WorkException {
    DataFolder folder = tools.folder();
    Path content = folder.work(dataset.id()).resolve("content");
    String url = dataset.hidden().path("contentUrl").asText();
    try {
      if (!url.isEmpty()) {
        tools.client().download(URI.create(url), content, MOST);
      }
      Path files = folder.files(dataset.id());
      ImportedData data = DatasetContent.read(dataset.subkind(), content, files);
      if (data.accepted() == 0) {
        throw new WorkException(
            "DataImportFailed",
            "No line or file of the dataset can be used"
                + (data.problems().isEmpty() ? "." : ": " + data.problems().get(0).message()));
      }
      store(dataset, files, data);
      ObjectNode properties = Jsons.object();
      properties.put("acceptedLineCount", data.accepted());
      properties.put("rejectedLineCount", data.rejected());
      if (data.durationMilliseconds() > 0) {
        properties.put("durationMilliseconds", data.durationMilliseconds());
      }
      return properties;
    } catch (IOException e) {
      throw new WorkException("DataImportFailed", String.valueOf(e.getMessage()), e);
    }
  }

  private void store(Entity dataset, Path files, ImportedData data) throws IOException {
    List<StoredFile> stored = new ArrayList<>();
    for (ImportedData.Part part : data.parts()) {
      stored.add(file(dataset, part.name(), part.kind(), part.file(), part.durationMilliseconds()));
    }
    ObjectNode report = Jsons.object();
    report.put("acceptedLineCount", data.accepted()).put("rejectedLineCount", data.rejected());
    ArrayNode errors = report.putArray("errors");
    data.problems().stream()
        .limit(MOST_TOLD)
        .forEach(
            problem ->
                errors
                    .addObject()
                    .put("line", problem.line())
                    .put("kind", problem.kind())
                    .put("message", problem.message()));
    Path file = files.resolve("report.json");
    tools.folder().write(file, Jsons.bytes(report));
    stored.add(file(dataset, "report.json", "DatasetReport", file, 0));
    tools.files().replace(dataset.id(), stored);
  }

  private StoredFile file(Entity dataset, String name, String kind, Path file, long duration)
      throws IOException {
    String id =
        UUID.nameUUIDFromBytes(
                (dataset.id() + "/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8))
            .toString();
    return new StoredFile(
        id,
        dataset.id(),
        dataset.owner(),
        name,
        kind,
        Files.size(file),
        Instant.now(),
        tools.folder().location(file),
        duration == 0 ? null : duration);
  }
}
