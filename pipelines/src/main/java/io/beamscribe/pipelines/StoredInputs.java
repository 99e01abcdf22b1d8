package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.pipelines.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/** Reads what {@code --input} names once the storage that it names can be reached. */
final class StoredInputs {
  private StoredInputs() {}

  /**
   * The inputs, which may be named by manifests in storage.
   *
   * @param others addresses beside the inputs that the job is to reach
   */
  static Inputs prepare(PipelineOptions options, List<String> values, List<String> others)
      throws UsageException {
    List<String> first = new ArrayList<>(Inputs.manifests(values));
    first.addAll(others);
    reach(options, first);
    Inputs inputs = Inputs.of(values);
    Storage.prepare(options, inputs.given());
    // A name in a manifest may be wrong without harm to the others: it is only made to work.
    Storage.prepareUnchecked(options, inputs.listed());
    FileSystems.setDefaultPipelineOptions(options);
    return inputs;
  }

  /** Makes addresses work for this process. */
  static void reach(PipelineOptions options, List<String> addresses) throws UsageException {
    Storage.prepare(options, addresses);
    FileSystems.setDefaultPipelineOptions(options);
  }
}
