// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Transcribes the files of a transcription by a job whose output is a folder of its own. So a job
 * that is run again takes what is finished there. Thread-safe.
 */
public final class TranscriptionWork implements Work {
  private final AudioInputs inputs;
  private final GuardedClient client;
  private final TranscriptionJobs jobs;
  private final ResultFiles results;
  private final ModelFolders models;
  private final DataFolder folder;

  public TranscriptionWork(WorkTools tools) {
    this.inputs = new AudioInputs(tools.client(), tools.files(), tools.folder());
    this.client = tools.client();
    this.jobs = new TranscriptionJobs(tools.options(), tools.choices(), tools.board());
    this.results = new ResultFiles(tools.files(), tools.folder(), tools.client());
    this.models = tools.models();
    this.folder = tools.folder();
  }

  @Override
  public Kind kind() {
    return Kind.TRANSCRIPTION;
  }

  @Override
  public ObjectNode run(Entity entity) throws WorkException, InterruptedException {
    Map<AudioInput, ResultFiles.Outcome> outcomes = new LinkedHashMap<>();
    Path work = folder.work(entity.id());
    List<AudioInput> wanted = inputs.of(entity);
    if (wanted.isEmpty()) {
      throw new WorkException("InvalidData", "There is nothing to transcribe.");
    }
    List<String> addresses = new ArrayList<>();
    for (AudioInput input : wanted) {
      Optional<String> refusal = refusal(input.address());
      if (refusal.isPresent()) {
        outcomes.put(input, ResultFiles.Outcome.refused(refusal.get()));
      } else {
        outcomes.put(input, ResultFiles.Outcome.MISSING);
        addresses.add(input.address());
      }
    }
    if (!addresses.isEmpty()) {
      Report report = transcribe(entity, work, addresses);
      Map<String, List<FileReport>> rows =
          report.details().stream().collect(Collectors.groupingBy(FileReport::sourceUrl));
      if (wanted.get(0).name().isEmpty()) {
        outcomes.clear();
        report
            .details()
            .forEach(
                row ->
                    outcomes.put(
                        new AudioInput(row.source(), row.source(), row.sourceUrl()),
                        ResultFiles.Outcome.of(row)));
      } else {
        outcomes.replaceAll((input, before) -> outcome(rows, input, before));
      }
    }
    long duration = results.publish(entity, work.resolve("out"), outcomes);
    return Jsons.object().put("durationMilliseconds", duration);
  }

  /** Addresses that differ in their query only are one in the report but for their path. */
  private static ResultFiles.Outcome outcome(
      Map<String, List<FileReport>> rows, AudioInput input, ResultFiles.Outcome before) {
    List<FileReport> same = rows.getOrDefault(Addresses.withoutSecrets(input.address()), List.of());
    String label = Addresses.label(input.address());
    return same.stream()
        .filter(row -> same.size() == 1 || label.endsWith(row.source()))
        .findFirst()
        .map(ResultFiles.Outcome::of)
        .orElse(before);
  }

  private Report transcribe(Entity entity, Path work, List<String> addresses)
      throws WorkException, InterruptedException {
    String only = addresses.get(0);
    String input = only;
    if (!only.startsWith("s3a://")) {
      Path manifest = work.resolve("input.txt");
      try {
        folder.write(
            manifest,
            String.join("\n", addresses).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new WorkException("InternalServerError", "The list of files cannot be written.", e);
      }
      input = "@" + manifest;
    }
    List<String> languages = new ArrayList<>();
    entity
        .hidden()
        .path("languageModels")
        .fields()
        .forEachRemaining(
            each ->
                models
                    .of(each.getValue().asText())
                    .ifPresent(model -> languages.add(each.getKey() + ":" + model)));
    return jobs.run(
        entity,
        input,
        work.resolve("out").toString(),
        entity.reference("model").flatMap(models::of),
        languages);
  }

  private Optional<String> refusal(String address) {
    if (!Addresses.isWeb(address)) {
      return Optional.empty();
    }
    try {
      client.check(URI.create(address));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(
          e instanceof java.net.UnknownHostException
              ? URI.create(address).getHost() + " cannot be reached."
              : String.valueOf(e.getMessage()));
    }
  }
}
