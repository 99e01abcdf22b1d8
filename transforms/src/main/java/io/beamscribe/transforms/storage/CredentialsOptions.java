// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a program sets for one of its jobs. Not a flag, and not serialized with the
 * options: the supplier is sent to workers with the transforms that read and write.
 */
public interface CredentialsOptions extends PipelineOptions {
  /** Null if each machine finds its own credentials. */
  @Hidden
  @JsonIgnore
  @Description("Credentials of object storage, set by programs.")
  @Nullable CredentialsSupplier getCredentialsSupplier();

  void setCredentialsSupplier(@Nullable CredentialsSupplier value);
}
