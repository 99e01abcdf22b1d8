// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.pipelines.evaluate.EvaluateJob;
import io.beamscribe.pipelines.evaluate.EvaluateOptions;
import io.beamscribe.pipelines.evaluate.EvaluationReport;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Condition;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument;
import io.beamscribe.speech.scoring.evaluation.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Compares two models on a dataset by a job that scores them. Thread-safe. */
public final class EvaluationWork implements Work {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WorkTools tools;

  public EvaluationWork(WorkTools tools) {
    this.tools = tools;
  }

  @Override
  public Kind kind() {
    return Kind.EVALUATION;
  }

  @Override
  public ObjectNode run(Entity entity) throws WorkException, InterruptedException {
    Path work = tools.folder().work(entity.id());
    try {
      Path references = references(entity, work);
      EvaluateOptions options = tools.options().copy().as(EvaluateOptions.class);
      options.setReferences(new ArrayList<>(List.of(references.toString())));
      options.setAudio(work.resolve("data").toString());
      options.setLocale(entity.locale());
      options.setModel(model(entity, "model1"));
      options.setModel2(model(entity, "model2"));
      options.setOutput(work.resolve("out").toString());
      JobHandle<EvaluationReport> job = EvaluateJob.of(options, ModelListener.SILENT).start();
      job.await();
      EvaluationDocument document = job.result().document();
      store(entity, document);
      ObjectNode properties = Jsons.object();
      for (int i = 0; i < 2; i++) {
        // Two names of one model are one model.
        int at = Math.min(i, document.models().size() - 1);
        figures(document.models().get(at).total(), i + 1, properties);
      }
      return properties;
    } catch (UsageException e) {
      throw new WorkException("InvalidData", String.valueOf(e.getMessage()), e);
    } catch (JobException e) {
      throw new WorkException("PipelineError", String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new WorkException("PipelineError", "The evaluation cannot be written.", e);
    }
  }

  private String model(Entity entity, String name) throws WorkException {
    return entity
        .reference(name)
        .flatMap(tools.models()::of)
        .orElseThrow(() -> new WorkException("InvalidModel", "A model is not there any more."));
  }

  /** The dataset as files under their names, and a list of what is said in them. */
  private Path references(Entity entity, Path work) throws WorkException, IOException {
    Path folder = Files.createDirectories(work.resolve("data"));
    List<String> lines = new ArrayList<>();
    String dataset = entity.reference("dataset").orElseThrow();
    for (StoredFile file : tools.files().list(dataset, Condition.ALL, 0, 100_000).values()) {
      Path path = tools.folder().file(file.location());
      if (file.kind().equals("Audio")) {
        Path link = folder.resolve(file.name());
        Files.deleteIfExists(link);
        Files.createLink(link, path);
      } else if (file.kind().equals("AcousticDataTranscriptionV2")) {
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
          String[] columns = line.replace("\ufeff", "").split("\t", 2);
          if (columns.length == 2) {
            lines.add(
                columns[0].replaceFirst(".*/", "")
                    + "\t"
                    + entity.locale()
                    + "\t"
                    + columns[1].strip());
          }
        }
      }
    }
    lines.removeIf(line -> !Files.exists(folder.resolve(line.substring(0, line.indexOf('\t')))));
    if (lines.isEmpty()) {
      throw new WorkException("InvalidDataset", "No audio of the dataset has a transcript.");
    }
    return Files.write(folder.resolve("references.tsv"), lines);
  }

  /** Their names are those of the API, with the number of the model behind. */
  private static void figures(Figures figures, int model, ObjectNode properties) {
    JSON.<ObjectNode>valueToTree(figures)
        .fields()
        .forEachRemaining(
            each -> {
              String name = each.getKey();
              if (!each.getValue().isNull()
                  && !name.equals("name")
                  && !name.equals("files")
                  && !name.toLowerCase(java.util.Locale.ROOT).contains("character")
                  && !name.equals("sentenceErrorCount")) {
                properties.set(name + model, each.getValue());
              }
            });
  }

  private void store(Entity entity, EvaluationDocument document) throws IOException {
    List<StoredFile> stored = new ArrayList<>();
    for (EvaluationDocument.Detail detail : document.details()) {
      for (int i = 0; i < 2 && !detail.models().isEmpty(); i++) {
        Figures figures = detail.models().get(Math.min(i, detail.models().size() - 1));
        String name = detail.file() + ".model" + (i + 1) + "_score.json";
        String id =
            UUID.nameUUIDFromBytes((entity.id() + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        Path file = tools.folder().files(entity.id()).resolve(id + ".json");
        tools.folder().write(file, JSON.writeValueAsBytes(figures));
        stored.add(
            new StoredFile(
                id,
                entity.id(),
                entity.owner(),
                name,
                "EvaluationDetails",
                Files.size(file),
                Instant.now(),
                tools.folder().location(file),
                null));
      }
    }
    tools.files().replace(entity.id(), stored);
  }
}
