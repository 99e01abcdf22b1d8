// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.models.JobOptions;
import io.beamscribe.service.models.ModelChoices;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.transforms.settings.LanguageIdentification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the jobs of transcriptions, on whatever runner the service was started with. Thread-safe.
 */
final class TranscriptionJobs {
  private final JobOptions options;
  private final ModelChoices choices;
  private final ProgressBoard board;
  private final AtomicInteger running = new AtomicInteger();

  TranscriptionJobs(JobOptions options, ModelChoices choices, ProgressBoard board) {
    this.options = options;
    this.choices = choices;
    this.board = board;
  }

  /**
   * Runs a job to its end.
   *
   * @param input a manifest or a folder
   * @param model id or folder; empty for the choice for the locale
   */
  Report run(
      Entity entity, String input, String output, Optional<String> model, List<String> languages)
      throws WorkException, InterruptedException {
    TranscribeOptions job = options(entity, input, output);
    String locale = job.getLocale();
    model.or(() -> choices.of(locale)).ifPresent(job::setModel);
    if (!languages.isEmpty()) {
      job.setModels(languages);
    }
    share(job, running.incrementAndGet());
    JobHandle<RunReport> handle = null;
    try {
      TranscribeJob prepared = TranscribeJob.batch(job, ModelListener.SILENT);
      if (model.isEmpty()) {
        choices.remember(locale, prepared.modelId());
      }
      handle = prepared.start();
      board.begin(entity.id(), handle::progress);
      handle.await();
      return handle.result().report();
    } catch (UsageException e) {
      throw new WorkException("InvalidRequest", String.valueOf(e.getMessage()), e);
    } catch (JobException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new WorkException("PipelineError", String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      cancel(handle);
      throw e;
    } finally {
      running.decrementAndGet();
      board.end(entity.id());
    }
  }

  /**
   * Gives a job on this machine its share of the processors. More threads than it has work for do
   * harm: one that Beam's DirectRunner has no work for asks for it without a pause.
   */
  private static void share(TranscribeOptions job, int jobs) {
    if (RunnerSupports.of(job).worksHere()) {
      job.setParallelism(Math.max(1, Runtime.getRuntime().availableProcessors() / jobs));
    }
  }

  private static void cancel(@org.jspecify.annotations.Nullable JobHandle<RunReport> handle) {
    if (handle != null) {
      try {
        handle.cancel();
      } catch (JobException e) {
        // It ends with the process.
      }
    }
  }

  private TranscribeOptions options(Entity entity, String input, String output) {
    TranscribeOptions job = options.copy().as(TranscribeOptions.class);
    JsonNode properties = entity.properties();
    ResultShape shape = new ResultShape(entity.version(), properties);
    job.setInput(new ArrayList<>(List.of(input)));
    job.setOutput(output);
    job.setFormats(new ArrayList<>(List.of("json")));
    job.setLocale(entity.locale());
    job.setWordLevelTimestamps(shape.timesOfWords());
    job.setChannels(properties.path("channels").isEmpty() ? ChannelMode.AUTO : ChannelMode.SPLIT);
    Arrays.stream(ProfanityMode.values())
        .filter(mode -> mode.toString().equals(properties.path("profanityFilterMode").asText()))
        .forEach(job::setProfanityFilterMode);
    Arrays.stream(PunctuationMode.values())
        .filter(mode -> mode.label().equals(properties.path("punctuationMode").asText()))
        .forEach(job::setPunctuationMode);
    JsonNode diarization = properties.path("diarization");
    if (diarization.path("enabled").asBoolean()) {
      job.setDiarization(true);
      job.setMinSpeakers(diarization.path("minSpeakers").asInt(1));
      job.setMaxSpeakers(diarization.path("maxSpeakers").asInt(2));
    }
    JsonNode languages = properties.path("languageIdentification");
    if (languages.isObject()) {
      List<String> candidates = new ArrayList<>();
      languages.path("candidateLocales").forEach(locale -> candidates.add(locale.asText()));
      job.setLocale("auto");
      job.setCandidateLocales(candidates);
      job.setLanguageIdentification(
          languages.path("mode").asText().equals("Single")
              ? LanguageIdentification.SINGLE
              : LanguageIdentification.CONTINUOUS);
    }
    return job;
  }
}
