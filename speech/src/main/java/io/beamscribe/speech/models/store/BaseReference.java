// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.beamscribe.speech.models.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The model that a custom one adds files to, as a file among these.
 *
 * @param id of the base
 * @param digest of its content
 */
record BaseReference(String id, String digest) {
  static final String FILE = "base.json";

  /** What the content of a custom model says; empty if it is whole. */
  static Optional<BaseReference> in(Path content) throws IOException {
    Path file = content.resolve(FILE);
    return Files.isRegularFile(file)
        ? Optional.of(new ObjectMapper().readValue(file.toFile(), BaseReference.class))
        : Optional.empty();
  }

  static void write(Path content, Model base) throws IOException {
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(content.resolve(FILE).toFile(), new BaseReference(base.id(), base.digest()));
  }
}
