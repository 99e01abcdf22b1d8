// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.service.content.GuardedClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** The files of a model that another service offers, which may be made to do harm. */
final class CopiedModel {
  private static final long MOST = 8L << 30;

  private CopiedModel() {}

  /**
   * Fetches them into a folder.
   *
   * @param files name and address of each
   * @throws WorkException if a name leads out of the folder, or a file cannot be had
   */
  static void fetch(JsonNode files, GuardedClient client, Path folder)
      throws WorkException, IOException {
    long left = MOST;
    for (JsonNode each : files) {
      Path file = inside(folder, each.path("name").asText());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try {
        client.download(URI.create(each.path("contentUrl").asText()), file, left);
      } catch (IOException e) {
        throw new WorkException(
            "DataImportFailed", "A file cannot be fetched: " + e.getMessage(), e);
      }
      left -= Files.size(file);
    }
  }

  private static Path inside(Path folder, String name) throws WorkException {
    try {
      Path file = folder.resolve(name).normalize();
      if (file.startsWith(folder) && !file.equals(folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // as any other that is no name
    }
    throw new WorkException("InvalidModel", "A file of the model has a name that is not allowed.");
  }
}
