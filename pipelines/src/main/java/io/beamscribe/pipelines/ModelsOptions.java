package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Flag;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** What the commands of {@code models} take. */
public interface ModelsOptions extends PipelineOptions {
  /** Null for the one that comes with Beamscribe. */
  @Flag(group = "Catalogue", order = 1, label = "FILE", defaultText = "built in")
  @Description("Catalogue of models to use.")
  String getCatalog();

  void setCatalog(String value);
}
