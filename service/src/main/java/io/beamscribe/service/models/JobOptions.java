// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.common.ReflectHelpers;

/** Gives each job options of its own: those that the service was started with. Thread-safe. */
public final class JobOptions {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModules(ObjectMapper.findModules(ReflectHelpers.findClassLoader()));

  private final String json;

  public JobOptions(PipelineOptions options) {
    try {
      this.json = MAPPER.writeValueAsString(options);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that nobody else has. */
  public PipelineOptions copy() {
    try {
      return MAPPER.readValue(json, PipelineOptions.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
