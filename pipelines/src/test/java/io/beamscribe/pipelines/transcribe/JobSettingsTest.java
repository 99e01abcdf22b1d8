// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.flags.FlagSpec;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.options.CallsOptions.Analytics;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.calls.sentiment.SentimentBy;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.transforms.TranscribeProvider;
import io.beamscribe.transforms.settings.FileChoices;
import io.beamscribe.transforms.settings.LanguageIdentification;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.SettingsException;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.settings.WorkerModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.schemas.Schema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The command line and pipelines of others have the same settings. */
class JobSettingsTest {
  /** Files, and what only a command has: how it runs and what it shows. */
  private static final Set<String> OF_COMMANDS =
      Set.of(
          "input",
          "include",
          "exclude",
          "objectStore",
          "endpoint",
          "region",
          "parallelism",
          "progress",
          "debug",
          "detached",
          "logFormat",
          "analytics");

  private final TranscribeOptions options =
      PipelineOptionsFactory.create().as(TranscribeOptions.class);

  @Test
  void sentimentTakesItsModelWhereCallsAreAnalysed() throws Exception {
    require("vosk-small-ko");
    require("minilm-l6-v2");
    options.setOutput("out");
    options.setModel("vosk-small-ko");
    options.setSentiment(SentimentBy.MINILM);
    assertThatThrownBy(() -> JobSettings.of(options, FileChoices.NONE, ModelListener.SILENT))
        .hasMessage("--sentiment is about calls; add --analytics=call.");

    options.setAnalytics(Analytics.CALL);
    TranscriptionSettings settings =
        JobSettings.of(options, FileChoices.NONE, ModelListener.SILENT).settings();
    CallOptions calls = settings.run().form().calls();
    assertThat(calls.sentences()).contains("minilm-l6-v2");
    assertThat(calls.withModels((folder, digest) -> "/elsewhere/" + digest).sentences())
        .isEqualTo("/elsewhere/" + calls.sentencesDigest());
    assertThat(WorkerModels.form(settings).calls()).isEqualTo(calls);
  }

  @Test
  void whatIsNotSaidIsTheSame() throws Exception {
    require("vosk-small-ko");
    options.setOutput("out");
    options.setModel("vosk-small-ko");
    assertThat(JobSettings.of(options, FileChoices.NONE, ModelListener.SILENT).settings())
        .isEqualTo(SettingsBuilder.output("out").model("vosk-small-ko").build());
  }

  @Test
  void whatIsSaidIsTheSame() throws Exception {
    require("vosk-small-ko", "whisper-base", "pyannote-segmentation-3", "campplus");
    options.setOutput("out");
    options.setFormats(List.of("srt", "json"));
    options.setWordLevelTimestamps(false);
    options.setOverwrite(true);
    options.setLocale("auto");
    options.setModel("whisper-base");
    options.setChannels(ChannelMode.SPLIT);
    options.setAudioStream("en");
    options.setAlternatives(2);
    options.setLanguageIdentification(LanguageIdentification.CONTINUOUS);
    options.setCandidateLocales(List.of("ko-KR,en"));
    options.setModels(List.of("ko-KR:vosk-small-ko"));
    options.setPhrases(List.of(" Contoso  Ltd; Contoso Ltd"));
    options.setBeam(3);
    options.setDiarization(true);
    options.setMinSpeakers(2);
    options.setMaxSpeakers(3);
    options.setKeepEmbeddings(true);
    options.setIsolation(Isolation.NONE);
    SettingsBuilder builder =
        SettingsBuilder.output("out")
            .formats(TranscriptFormat.SRT)
            .wordLevelTimestamps(false)
            .overwrite()
            .locale("auto")
            .model("whisper-base")
            .channels(ChannelMode.SPLIT)
            .audioStream("en")
            .alternatives(2)
            .languageIdentification(LanguageIdentification.CONTINUOUS)
            .candidateLocales(List.of("ko-KR", "en"))
            .models(List.of("ko-KR:vosk-small-ko"))
            .phrases(List.of(" Contoso  Ltd", "", "Contoso Ltd"))
            .beam(3)
            .diarization(new SpeakerOptions(2, 3))
            .keepEmbeddings(true)
            .isolation(Isolation.NONE);
    assertThat(JobSettings.of(options, FileChoices.NONE, ModelListener.SILENT).settings())
        .isEqualTo(builder.build());
  }

  @Test
  void translationTakesTheSameModel() throws Exception {
    require("whisper-base");
    options.setOutput("out");
    options.setLocale("ko");
    options.setModel("whisper-base");
    options.setTask(Task.TRANSLATE);
    assertThat(JobSettings.of(options, FileChoices.NONE, ModelListener.SILENT).settings())
        .isEqualTo(
            SettingsBuilder.output("out")
                .locale("ko-KR")
                .model("whisper-base")
                .task(Task.TRANSLATE)
                .build());
  }

  @Test
  void whatCannotBeRightIsRefusedInTheSameWords() {
    options.setOutput("out");
    options.setLocale("ko-KR");
    options.setCandidateLocales(List.of("ko", "en"));
    assertThatThrownBy(() -> JobSettings.of(options, FileChoices.NONE, ModelListener.SILENT))
        .isInstanceOf(UsageException.class)
        .hasMessage("--candidateLocales is for language identification; add" + " --locale=auto.");
    assertThatThrownBy(
            () ->
                SettingsBuilder.output("out")
                    .locale("ko-KR")
                    .candidateLocales(List.of("ko", "en"))
                    .build())
        .isInstanceOf(SettingsException.class)
        .hasMessage("candidateLocales is for language identification; add locale=auto.");
  }

  @Test
  void theTransformThatOthersNameHasEachFlagThatChangesResults() {
    List<String> flags = new ArrayList<>();
    for (FlagSpec flag : FlagSpec.of(TranscribeOptions.class)) {
      if (!OF_COMMANDS.contains(flag.name())) {
        String name = flag.name().equals("modelStore") ? "sharedModels" : flag.name();
        flags.add(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
      }
    }
    assertThat(new TranscribeProvider().configurationSchema().getFields())
        .extracting(Schema.Field::getName)
        .containsExactlyInAnyOrderElementsOf(flags);
  }

  private static void require(String... models) {
    ModelStore store =
        new ModelStore(Catalogue.builtIn(), ModelStore.defaultRoot(), ModelListener.SILENT);
    for (String model : models) {
      try {
        store.pull(model);
      } catch (ModelException e) {
        Assumptions.abort(e.getMessage());
      }
    }
  }
}
