// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.PhraseList;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.options.SpeakersOptions;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.List;

/**
 * Everything that makes up a transcription job, validated before any work is done.
 *
 * @param models that it uses, and why
 */
record TranscriptionSetup(
    Inputs inputs, TranscriptionModels models, TranscriptionSettings settings) {

  /** Sets up a job whose inputs must exist. */
  static TranscriptionSetup batch(TranscribeOptions options, ModelListener listener)
      throws UsageException, JobException {
    Inputs inputs = reach(options);
    RunnerSupports.of(options).prepare(options);
    Preflight.requireInputs(inputs.given(), StorageSettings.of(options));
    return of(options, inputs, listener);
  }

  /** Sets up a job whose inputs may still be empty. */
  static TranscriptionSetup stream(TranscribeOptions options, ModelListener listener)
      throws UsageException, JobException {
    Inputs inputs = reach(options);
    RunnerSupports.of(options).prepareStream(options);
    Preflight.requireWatchable(inputs.all());
    return of(options, inputs, listener);
  }

  private static TranscriptionSetup of(
      TranscribeOptions options, Inputs inputs, ModelListener listener)
      throws UsageException, JobException {
    Preflight.requireWritable(options.getOutput(), StorageSettings.of(options));
    LanguagePlan plan = LanguagePlan.of(options);
    requireSpeakers(options);
    List<String> phrases = PhraseList.of(options.getPhrases(), StorageSettings.of(options));
    TranscriptionModels models = TranscriptionModels.choose(options, plan, listener);
    return new TranscriptionSetup(inputs, models, JobSettings.of(options, plan, models, phrases));
  }

  private static void requireSpeakers(TranscribeOptions options) throws UsageException {
    SpeakerOptions speakers = SpeakersOptions.speakers(options);
    if (!options.isDiarization() && !speakers.equals(SpeakerOptions.ANY)) {
      throw new UsageException(
          "--minSpeakers and --maxSpeakers bound the number of speakers; add" + " --diarization.");
    }
    if (!options.isDiarization() && options.getVoices() != null) {
      throw new UsageException("--voices identifies speakers; add --diarization.");
    }
    if (!options.isDiarization() && options.isKeepEmbeddings()) {
      throw new UsageException("--keepEmbeddings saves speaker embeddings; add --diarization.");
    }
  }

  private static Inputs reach(TranscribeOptions options) throws UsageException {
    return StoredInputs.prepare(
        options,
        options.getInput(),
        options.getOutput(),
        options.getModel(),
        options.getCatalog(),
        options.getModelStore(),
        options.getVoices());
  }
}
