// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.CallRuleFile;
import io.beamscribe.pipelines.inputs.PatternList;
import io.beamscribe.pipelines.inputs.PhraseList;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.options.CaptionsOptions;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.transforms.settings.FileChoices;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.SettingsException;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates the settings of a job from its options. */
final class JobSettings {
  private JobSettings() {}

  /**
   * Creates the settings and downloads models that are missing.
   *
   * @param choices what is known of single inputs
   */
  static SettingsBuilder.Chosen of(
      TranscribeOptions options, FileChoices choices, ModelListener listener)
      throws UsageException, JobException {
    try {
      return builder(options).choices(choices).listener(listener).choose();
    } catch (SettingsException e) {
      throw UsageException.of(e);
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }

  private static SettingsBuilder builder(TranscribeOptions options) throws UsageException {
    SettingsBuilder builder =
        SettingsBuilder.output(options.getOutput())
            .storage(options)
            .onlyFormats(options.getAnalytics().with(options.getFormats()))
            .calls(CallRuleFile.of(options.getCallRules(), StorageSettings.of(options)))
            .sentiment(options.getSentiment())
            .captions(CaptionsOptions.captions(options))
            .overwrite(options.isOverwrite())
            .bounds(Bounds.of(options))
            .selection(PatternList.selection(options.getInclude(), options.getExclude()))
            .task(options.getTask())
            .phrases(PhraseList.of(options.getPhrases(), StorageSettings.of(options)))
            .beam(options.getBeam())
            .alternatives(options.getAlternatives())
            .channels(options.getChannels())
            .audioStream(options.getAudioStream())
            .wordLevelTimestamps(options.isWordLevelTimestamps())
            .diarization(options.isDiarization())
            .minSpeakers(options.getMinSpeakers())
            .maxSpeakers(options.getMaxSpeakers())
            .keepEmbeddings(options.isKeepEmbeddings())
            .text(TextChoice.of(options))
            .redactAudio(options.getRedactAudio())
            .isolation(options.getIsolation());
    given(options.getLocale(), builder::locale);
    given(options.getModel(), builder::model);
    given(options.getLanguageIdentification(), builder::languageIdentification);
    given(options.getCandidateLocales(), builder::candidateLocales);
    given(options.getModels(), builder::models);
    given(options.getVoices(), builder::voices);
    given(options.getRedact(), builder::redact);
    given(options.getCatalog(), builder::catalog);
    given(options.getModelStore(), builder::sharedModels);
    return builder;
  }

  private static <T> void given(@Nullable T value, Consumer<T> set) {
    if (value != null) {
      set.accept(value);
    }
  }
}
