// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.transcribe.BatchOptions;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.speech.models.ModelListener;
import java.util.List;
import org.apache.beam.sdk.util.construction.PipelineOptionsTranslation;

/** The transcription with one model before it is scored. Not thread-safe. */
final class ModelTrial {
  private final TranscribeJob job;

  private ModelTrial(TranscribeJob job) {
    this.job = job;
  }

  /**
   * Sets it up, so that a model that is unavailable is known before any work is done.
   *
   * @param list address of a list of the audio
   * @param output folder of the results
   */
  static ModelTrial of(
      EvaluateOptions from, String model, String list, String output, ModelListener listener)
      throws UsageException, JobException {
    // A job depends on nothing but its options, so this one has its own.
    BatchOptions options =
        PipelineOptionsTranslation.fromProto(PipelineOptionsTranslation.toProto(from))
            .as(BatchOptions.class);
    options.setCredentialsSupplier(from.getCredentialsSupplier());
    options.setInput(List.of("@" + list));
    options.setOutput(output);
    options.setModel(model);
    options.setLocale(from.getLocale());
    options.setDiarization(from.isDiarization());
    options.setFormats(List.of("json"));
    return new ModelTrial(TranscribeJob.batch(options, listener));
  }

  JobHandle<RunReport> start() throws JobException {
    return job.start();
  }
}
