// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.beamscribe.speech.audio.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The service's own schema of result documents, from the data shared beside the repository. */
public final class ResultSchema {
  private static final String BASE = "https://speech.microsoft.com/";
  private static final String FORM = "transcriptionresult_v2024-11-15.schema.json";

  private ResultSchema() {}

  /** Checks a document, or skips the test if the schemas are not there. */
  public static void check(byte[] document) {
    Path folder = SharedData.required("azure/" + FORM).getParent();
    Map<String, String> schemas = new HashMap<>();
    try (var files = Files.newDirectoryStream(folder, "*.schema.json")) {
      for (Path file : files) {
        schemas.put(BASE + file.getFileName(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonSchema schema =
        JsonSchemaFactory.getInstance(
                VersionFlag.V7, f -> f.schemaLoaders(loaders -> loaders.schemas(schemas)))
            .getSchema(SchemaLocation.of(BASE + FORM));
    assertThat(schema.validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
  }
}
