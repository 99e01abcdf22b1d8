// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.storage.StorageSetup;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/** Reads what {@code --input} names once the storage that it names can be reached. */
@Internal
public final class StoredInputs {
  private StoredInputs() {}

  /**
   * The inputs, which may be named by manifests in storage.
   *
   * @param others addresses beside the inputs that the job is to reach; null where one is not given
   */
  public static Inputs prepare(PipelineOptions options, List<String> values, String... others)
      throws UsageException {
    reach(options, Stream.concat(Inputs.manifests(values).stream(), Stream.of(others)));
    Inputs inputs = Inputs.of(values, StorageSettings.of(options));
    StorageSetup.prepare(options, inputs.given());
    // A name in a manifest may be wrong without harm to the others: it is only made to work.
    StorageSetup.prepareUnchecked(options, inputs.listed());
    FileSystems.setDefaultPipelineOptions(options);
    return inputs;
  }

  /** Makes addresses work for this process; null is none. */
  public static void reach(PipelineOptions options, String... addresses) throws UsageException {
    reach(options, Stream.of(addresses));
  }

  private static void reach(PipelineOptions options, Stream<String> addresses)
      throws UsageException {
    StorageSetup.prepare(options, addresses.filter(Objects::nonNull).toList());
    FileSystems.setDefaultPipelineOptions(options);
  }
}
