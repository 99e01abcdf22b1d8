// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a program gives to one of its jobs. No flag and no part of the options that
 * travel with a job or get logged: they go with what reads and writes.
 */
public interface CredentialsOptions extends PipelineOptions {
  /** Null where each machine finds its own. */
  @Hidden
  @JsonIgnore
  @Description("Credentials of object storage, set by programs.")
  @Nullable CredentialsSupplier getCredentialsSupplier();

  void setCredentialsSupplier(@Nullable CredentialsSupplier value);
}
