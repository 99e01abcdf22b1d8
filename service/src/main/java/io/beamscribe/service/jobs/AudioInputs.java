// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import io.beamscribe.service.content.Container;
import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Condition;
import io.beamscribe.service.storage.Files;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Finds the files of a transcription. Thread-safe. */
final class AudioInputs {
  private final GuardedClient client;
  private final Files files;
  private final DataFolder folder;

  AudioInputs(GuardedClient client, Files files, DataFolder folder) {
    this.client = client;
    this.files = files;
    this.folder = folder;
  }

  /** The files, in order; those of an {@code s3a://} container are for the job to list. */
  List<AudioInput> of(Entity entity) throws WorkException {
    List<AudioInput> inputs = new ArrayList<>();
    entity
        .hidden()
        .path("contentUrls")
        .forEach(
            url ->
                inputs.add(
                    new AudioInput(url.asText(), "contenturl_" + inputs.size(), url.asText())));
    String container = entity.hidden().path("contentContainerUrl").asText();
    if (!container.isEmpty()) {
      inputs.addAll(container(container));
    }
    entity.reference("dataset").ifPresent(dataset -> inputs.addAll(dataset(dataset)));
    return inputs;
  }

  private List<AudioInput> container(String address) throws WorkException {
    if (address.startsWith("s3a://")) {
      return List.of(new AudioInput(address, "", address));
    }
    try {
      return new Container(client, URI.create(address))
          .list().stream()
              .map(blob -> new AudioInput(blob.path(), blob.path(), blob.address()))
              .toList();
    } catch (IOException e) {
      throw new WorkException(
          "InvalidUri", "The content container cannot be listed: " + e.getMessage(), e);
    }
  }

  private List<AudioInput> dataset(String id) {
    List<AudioInput> inputs = new ArrayList<>();
    for (StoredFile file :
        files.list(id, new Condition("kind = ?", List.of("Audio")), 0, 10_000).values()) {
      inputs.add(new AudioInput(file.name(), file.name(), folder.file(file.location()).toString()));
    }
    return inputs;
  }
}
