// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.storage.StorageOptions;
import io.beamscribe.transforms.models.ModelSource;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Where models come from. */
public interface ModelStoreOptions extends StorageOptions {
  /** Null for the built-in one. */
  @Flag(group = "Models", order = 36, label = "FILE", defaultText = "built in")
  @Description("Model catalogue to use, local or at an s3a:// address.")
  String getCatalog();

  void setCatalog(String value);

  /** Null if machines share none. */
  @Flag(group = "Models", order = 37, label = "s3a://...", defaultText = "none")
  @Description(
      "Model storage shared by machines: a job uploads its models to it, and workers copy"
          + " missing models from it.")
  @Default.InstanceFactory(FromEnvironment.class)
  String getModelStore();

  void setModelStore(String value);

  /** {@code $BEAMSCRIBE_MODELS}, if that is an address and not a folder. */
  final class FromEnvironment implements DefaultValueFactory<String> {
    @Override
    public @Nullable String create(PipelineOptions options) {
      return ModelSource.sharedByEnvironment().orElse(null);
    }
  }
}
