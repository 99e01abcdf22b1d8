// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The cloud service's own schemas of results, from the data shared beside the repository. */
public final class ResultSchema {
  private static final String BASE = "https://speech.microsoft.com/";
  private static final Path FOLDER =
      Path.of("../../shared/data/azure").toAbsolutePath().normalize();

  private ResultSchema() {}

  /** Whether the schemas are there. */
  public static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  /**
   * Checks a document.
   *
   * @param version of its schema, such as {@code v3_2}
   */
  public static void check(String version, String document) throws IOException {
    Map<String, String> schemas = new HashMap<>();
    try (var files = Files.newDirectoryStream(FOLDER, "*.schema.json")) {
      for (Path file : files) {
        schemas.put(BASE + file.getFileName(), Files.readString(file));
      }
    }
    String name = "transcriptionresult_" + version + ".schema.json";
    assertThat(schemas).containsKey(BASE + name);
    assertThat(
            JsonSchemaFactory.getInstance(
                    VersionFlag.V7, f -> f.schemaLoaders(loaders -> loaders.schemas(schemas)))
                .getSchema(SchemaLocation.of(BASE + name))
                .validate(document, InputFormat.JSON))
        .as(version)
        .isEmpty();
  }
}
