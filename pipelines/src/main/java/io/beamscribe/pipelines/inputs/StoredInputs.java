// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.storage.StorageSetup;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Sets up storage and then parses the inputs, which may be listed in it. */
@Internal
public final class StoredInputs {
  private StoredInputs() {}

  /**
   * Sets up storage and parses the inputs, which manifests in storage may list by their addresses
   * alone.
   *
   * @param others further addresses that the job needs, such as those of files that flags name;
   *     null for those not given
   */
  public static Inputs prepare(
      PipelineOptions options, List<String> values, Stream<@Nullable String> others)
      throws UsageException, JobException {
    Inputs inputs = prepareChosen(options, values, others);
    requirePlain(inputs);
    return inputs;
  }

  /** Rejects manifests that say more of files than their addresses. */
  public static void requirePlain(Inputs inputs) throws UsageException {
    if (!inputs.choices().isEmpty()) {
      throw new UsageException(
          "A list with columns beside the address is for transcribe; this command takes an address"
              + " a line.");
    }
  }

  /**
   * Sets up storage and parses the inputs, of which manifests in storage may say more.
   *
   * @param others further addresses that the job needs, such as those of files that flags name;
   *     null for those not given
   */
  public static Inputs prepareChosen(
      PipelineOptions options, List<String> values, Stream<@Nullable String> others)
      throws UsageException, JobException {
    reach(options, Stream.concat(Inputs.manifests(values).stream(), others));
    Inputs inputs = Inputs.of(values, StorageSettings.of(options));
    StorageSetup.prepare(options, inputs.given());
    // Entries of manifests are not checked: a wrong one must not fail the others.
    StorageSetup.prepareUnchecked(options, inputs.listed());
    registerBeams(options, inputs.all());
    return inputs;
  }

  /** Sets up storage for addresses of a job with these options; nulls are ignored. */
  public static void reach(PipelineOptions options, String... addresses)
      throws UsageException, JobException {
    reach(options, Stream.of(addresses));
  }

  private static void reach(PipelineOptions options, Stream<@Nullable String> addresses)
      throws UsageException, JobException {
    List<String> given = addresses.filter(Objects::nonNull).toList();
    StorageSetup.prepare(options, given);
    registerBeams(options, given);
  }

  /**
   * Addresses that are neither local, of the web nor of object storage are left to Beam's file
   * systems. A process has one set of these, which uses the options of the latest job.
   */
  private static void registerBeams(PipelineOptions options, List<String> addresses) {
    ObjectStorage storage = new ObjectStorage(StorageSettings.of(options));
    for (String address : addresses) {
      if (!Addresses.isLocal(address) && !Addresses.isWeb(address) && !storage.has(address)) {
        FileSystems.setDefaultPipelineOptions(options);
        return;
      }
    }
  }
}
