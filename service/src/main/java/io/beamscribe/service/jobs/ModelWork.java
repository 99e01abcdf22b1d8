// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Condition;
import io.beamscribe.speech.adaptation.Adaptation;
import io.beamscribe.speech.adaptation.AdaptationData;
import io.beamscribe.speech.adaptation.AdaptationOptions;
import io.beamscribe.speech.adaptation.ModelCard;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.transforms.models.ModelSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Makes a custom model: adapts its base to the texts of its datasets, or fetches it from the
 * service that offers it. Thread-safe.
 */
public final class ModelWork implements Work {
  private final WorkTools tools;
  private final ModelSource source;

  /**
   * @param source where base models come from
   */
  public ModelWork(WorkTools tools, ModelSource source) {
    this.tools = tools;
    this.source = source;
  }

  @Override
  public Kind kind() {
    return Kind.MODEL;
  }

  @Override
  public ObjectNode run(Entity entity) throws WorkException {
    tools.folder().deleteFiles(entity.id());
    Path folder = tools.folder().files(entity.id()).resolve("model");
    try {
      ModelStore store = source.store(source.catalogue());
      if (entity.hidden().has("copied")) {
        CopiedModel.fetch(entity.hidden().path("copied"), tools.client(), folder);
      } else {
        adapt(entity, store, folder);
      }
      store.remember(folder);
      store(entity, folder);
    } catch (ModelException e) {
      throw new WorkException("InvalidModel", e.getMessage(), e);
    } catch (IOException e) {
      throw new WorkException("PipelineError", "The model cannot be written.", e);
    }
    tools
        .entities()
        .update(
            entity.id(),
            now -> now.withHidden(now.hidden().deepCopy().put("folder", folder.toString())));
    return Jsons.object();
  }

  private void adapt(Entity entity, ModelStore store, Path folder)
      throws WorkException, ModelException, IOException {
    AdaptationData data = data(entity);
    Model base =
        store.resolve(
            entity.reference("baseModel").flatMap(tools.models()::of).orElseThrow(),
            entity.locale());
    int weight = entity.properties().path("customModelWeightPercent").asInt();
    AdaptationOptions options =
        new AdaptationOptions(
            "custom-" + entity.id(),
            entity.locale(),
            weight > 0 && weight < 100 ? OptionalDouble.of(weight) : OptionalDouble.empty(),
            OptionalLong.empty());
    new Adaptation(base, options, said -> {}).make(data, folder);
  }

  private AdaptationData data(Entity entity) throws WorkException {
    List<Path> text = new ArrayList<>();
    List<Path> markdown = new ArrayList<>();
    List<Path> pronunciation = new ArrayList<>();
    for (var id : entity.hidden().path("references").path("datasets")) {
      Entity dataset = imported(id.asText());
      for (StoredFile file : tools.files().list(dataset.id(), Condition.ALL, 0, 100_000).values()) {
        Path path = tools.folder().file(file.location());
        switch (file.kind()) {
          case "LanguageData" ->
              (dataset.subkind().equals("LanguageMarkdown") ? markdown : text).add(path);
          case "PronunciationData" -> pronunciation.add(path);
          case "AcousticDataTranscriptionV2" -> text.add(transcripts(entity, path));
          default -> {}
        }
      }
    }
    if (entity.hidden().has("text")) {
      Path file = tools.folder().work(entity.id()).resolve("text.txt");
      try {
        Files.writeString(file, entity.hidden().path("text").asText());
      } catch (IOException e) {
        throw new WorkException("PipelineError", "The text cannot be written.", e);
      }
      text.add(file);
    }
    return new AdaptationData(text, markdown, List.of(), pronunciation);
  }

  /** The text of transcribed audio, of which only that is used. */
  private Path transcripts(Entity entity, Path file) throws WorkException {
    try {
      Path text = tools.folder().work(entity.id()).resolve(file.getFileName() + ".txt");
      Files.write(
          text,
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .filter(line -> line.contains("\t"))
              .map(line -> line.replaceFirst("(?s)^[^\t]*\t", ""))
              .toList());
      return text;
    } catch (IOException e) {
      throw new WorkException("PipelineError", "Transcripts cannot be read.", e);
    }
  }

  /** A dataset of the model; the queue has waited for its import to end. */
  private Entity imported(String id) throws WorkException {
    return tools
        .entities()
        .find(id)
        .filter(dataset -> dataset.status() == Status.SUCCEEDED)
        .orElseThrow(() -> new WorkException("FailedDataset", "A dataset has failed."));
  }

  private void store(Entity entity, Path folder) throws IOException {
    List<StoredFile> stored = new ArrayList<>();
    stored.add(file(entity, "report.json", "ModelReport", folder.resolve(ModelCard.FILE)));
    try (var all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        stored.add(file(entity, folder.relativize(each).toString(), "Model", each));
      }
    }
    tools.files().replace(entity.id(), stored);
  }

  private StoredFile file(Entity entity, String name, String kind, Path file) throws IOException {
    String id =
        UUID.nameUUIDFromBytes((entity.id() + "/" + name).getBytes(StandardCharsets.UTF_8))
            .toString();
    return new StoredFile(
        id,
        entity.id(),
        entity.owner(),
        name,
        kind,
        Files.size(file),
        Instant.now(),
        tools.folder().location(file),
        null);
  }
}
