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

/** Sets up storage and then parses the inputs, which may be listed in it. */
@Internal
public final class StoredInputs {
  private StoredInputs() {}

  /**
   * Sets up storage and parses the inputs, which manifests in storage may list.
   *
   * @param others further addresses that the job needs; null for those not given
   */
  public static Inputs prepare(PipelineOptions options, List<String> values, String... others)
      throws UsageException {
    reach(options, Stream.concat(Inputs.manifests(values).stream(), Stream.of(others)));
    Inputs inputs = Inputs.of(values, StorageSettings.of(options));
    StorageSetup.prepare(options, inputs.given());
    // Entries of manifests are not checked: a wrong one must not fail the others.
    StorageSetup.prepareUnchecked(options, inputs.listed());
    FileSystems.setDefaultPipelineOptions(options);
    return inputs;
  }

  /** Sets up storage for addresses in this process; nulls are ignored. */
  public static void reach(PipelineOptions options, String... addresses) throws UsageException {
    reach(options, Stream.of(addresses));
  }

  private static void reach(PipelineOptions options, Stream<String> addresses)
      throws UsageException {
    StorageSetup.prepare(options, addresses.filter(Objects::nonNull).toList());
    FileSystems.setDefaultPipelineOptions(options);
  }
}
