// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Files;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Contents of files, for whoever has a signed address. Thread-safe. */
public final class Content {
  private final Files files;
  private final DataFolder folder;
  private final SignedUrls signatures;

  public Content(Files files, DataFolder folder, SignedUrls signatures) {
    this.files = files;
    this.folder = folder;
    this.signatures = signatures;
  }

  /** Its place. */
  public Page page() {
    return new Page(
        HandlerType.GET, "/content/{id}/{name}", Optional.empty(), call -> answer(call.http()));
  }

  private void answer(Context http) throws IOException {
    String id = http.pathParam("id");
    if (!signatures.allows(
        id,
        Optional.ofNullable(http.queryParam("se")).orElse(""),
        Optional.ofNullable(http.queryParam("sig")).orElse(""))) {
      throw ApiException.forbidden("The address is not signed, or its time is over.");
    }
    StoredFile file =
        files.find(id).orElseThrow(() -> ApiException.notFound("The file was deleted."));
    try {
      String type =
          file.name().endsWith(".json")
              ? "application/json; charset=utf-8"
              : file.kind().equals("Audio") ? "audio/wav" : "application/octet-stream";
      http.header("X-Content-Type-Options", "nosniff");
      http.writeSeekableStream(
          java.nio.file.Files.newInputStream(folder.file(file.location())), type, file.size());
    } catch (NoSuchFileException e) {
      throw ApiException.notFound("The file was deleted.");
    }
  }
}
