// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import io.beamscribe.service.ServeOptions;
import java.nio.file.Path;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Options of a service for a test. */
public final class ServiceOptions {
  private ServiceOptions() {}

  /**
   * On a free port.
   *
   * @param data folder, which need not exist
   * @param model for all locales
   */
  public static ServeOptions of(Path data, String model) {
    ServeOptions options = PipelineOptionsFactory.as(ServeOptions.class);
    options.setData(data.toString());
    options.setPort(0);
    options.setModel(model);
    return options;
  }
}
