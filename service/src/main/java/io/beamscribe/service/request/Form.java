// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.ApiException;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** A form with files, which are on disk and never whole in memory. Not thread-safe. */
public final class Form {
  private static final int MOST_TEXT = 1 << 20;
  private static final int IN_MEMORY = 64 * 1024;

  private final Collection<Part> parts;
  private final DataFolder folder;

  private Form(Collection<Part> parts, DataFolder folder) {
    this.parts = parts;
    this.folder = folder;
  }

  /**
   * Reads a form.
   *
   * @param most size in bytes
   */
  public static Form of(Call call, DataFolder folder, long most) throws IOException {
    String type = String.valueOf(call.http().header("Content-Type"));
    if (!type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
      throw ApiException.mediaType("The body must be multipart/form-data.");
    }
    call.http()
        .req()
        .setAttribute(
            "org.eclipse.jetty.multipartConfig",
            new MultipartConfigElement(
                folder.temporaryFolder().toString(), most, most + MOST_TEXT, IN_MEMORY));
    try {
      return new Form(call.http().req().getParts(), folder);
    } catch (ServletException | IOException | RuntimeException e) {
      if (String.valueOf(e.getMessage()).contains("exceed")) {
        throw ApiException.tooLarge("The file has more than " + (most >> 20) + " MB.");
      }
      throw ApiException.invalid(
          "InvalidRequestBodyFormat", null, "The body is no valid multipart/form-data.");
    }
  }

  private Optional<Part> part(String name) {
    return parts.stream()
        .filter(part -> part.getName() != null && part.getName().equalsIgnoreCase(name))
        .findFirst();
  }

  public Optional<String> text(String name) throws IOException {
    Optional<Part> part = part(name);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    if (part.get().getSize() > MOST_TEXT) {
      throw ApiException.tooLarge("The part " + name + " is too long.");
    }
    try (InputStream in = part.get().getInputStream()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The content of a part as a temporary file, which the caller deletes. */
  public Optional<Path> file(String name) throws IOException {
    Optional<Part> part = part(name);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.temporary();
    try (InputStream in = part.get().getInputStream()) {
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    part.get().delete();
    return Optional.of(file);
  }
}
