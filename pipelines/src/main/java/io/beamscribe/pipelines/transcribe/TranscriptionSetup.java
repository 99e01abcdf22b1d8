// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.AbsolutePaths;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.PhraseList;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.inputs.WatchInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.transforms.settings.FileChoices;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes up a transcription job, validated before any work is done.
 *
 * @param modelReason why this model was chosen, as part of a sentence
 */
record TranscriptionSetup(Inputs inputs, TranscriptionSettings settings, String modelReason) {

  /** Sets up a job whose inputs must exist. */
  static TranscriptionSetup batch(TranscribeOptions options, ModelListener listener)
      throws UsageException, JobException {
    Inputs inputs = reach(options);
    RunnerSupports.of(options).prepare(options);
    Preflight.requireInputs(inputs.given(), StorageSettings.of(options));
    return of(options, inputs, listener);
  }

  /** As {@link #batch}, for a job that is not to run: the output is not touched. */
  static TranscriptionSetup planned(TranscribeOptions options, ModelListener listener)
      throws UsageException, JobException {
    Inputs inputs = reach(options);
    Preflight.requireInputs(inputs.given(), StorageSettings.of(options));
    return chosen(options, inputs, listener);
  }

  /** Sets up a job whose inputs may still be empty. */
  static TranscriptionSetup stream(WatchOptions options, ModelListener listener)
      throws UsageException, JobException {
    Inputs inputs = reach(options);
    StoredInputs.requirePlain(inputs);
    RunnerSupports.of(options).prepareStream(options);
    new WatchInputs(
            options.getOutput(),
            StorageSettings.of(options),
            options.getSource() == WatchSource.KAFKA)
        .require(inputs.all());
    return of(options, inputs, listener);
  }

  private static TranscriptionSetup of(
      TranscribeOptions options, Inputs inputs, ModelListener listener)
      throws UsageException, JobException {
    Preflight.requireWritable(options.getOutput(), StorageSettings.of(options));
    return chosen(options, inputs, listener);
  }

  private static TranscriptionSetup chosen(
      TranscribeOptions options, Inputs inputs, ModelListener listener)
      throws UsageException, JobException {
    SettingsBuilder.Chosen chosen =
        JobSettings.of(options, new FileChoices(inputs.choices()), listener);
    return new TranscriptionSetup(inputs, chosen.settings().ofNewRun(), chosen.modelReason());
  }

  private static Inputs reach(TranscribeOptions options) throws UsageException, JobException {
    RunnerSupport support = RunnerSupports.of(options);
    boolean elsewhere = support.worksElsewhere(options);
    if (options.isDetached() && !elsewhere) {
      throw new UsageException(
          "--detached is for jobs on a cluster, as with --runner=FlinkRunner"
              + " --flinkMaster=HOST:PORT.");
    }
    if (elsewhere) {
      // Workers run in folders of their own.
      requireAbsolute("--output", options.getOutput(), support.isRemote(options));
      options.setOutput(AbsolutePaths.of(options.getOutput()));
      if (options.getVoices() != null) {
        options.setVoices(AbsolutePaths.of(options.getVoices()));
      }
      if (options.getModelStore() != null) {
        options.setModelStore(AbsolutePaths.of(options.getModelStore()));
      }
    }
    Inputs inputs = inputs(options);
    for (String input : inputs.given()) {
      requireAbsolute("--input", input, elsewhere && support.isRemote(options));
    }
    return elsewhere ? AbsolutePaths.of(inputs) : inputs;
  }

  private static void requireAbsolute(String flag, String address, boolean remote)
      throws UsageException {
    if (remote && !AbsolutePaths.of(address).equals(address)) {
      throw new UsageException(
          "%s=%s is a path in the current folder, and the cluster is on another machine: give an"
                  .formatted(flag, address)
              + " address in object storage, or the whole path of a folder that all machines"
              + " share.");
    }
  }

  private static Inputs inputs(TranscribeOptions options) throws UsageException, JobException {
    Stream<@Nullable String> others =
        Stream.of(
            options.getOutput(),
            options.getModel(),
            options.getCatalog(),
            options.getModelStore(),
            options.getVoices(),
            options.getCallRules());
    Stream<String> ofText =
        Stream.concat(TextChoice.files(options), PhraseList.files(options.getPhrases()));
    return StoredInputs.prepareChosen(options, options.getInput(), Stream.concat(others, ofText));
  }
}
