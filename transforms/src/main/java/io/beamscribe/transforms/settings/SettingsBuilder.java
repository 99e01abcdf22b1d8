// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.models.store.SharedModels;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.LikelyLocale;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Builds {@link TranscriptionSettings} with the defaults of the command line. Only the language is
 * required. Not thread-safe.
 */
public final class SettingsBuilder {
  private final String output;
  private StorageSettings storage = StorageSettings.NONE;
  private Optional<String> locale = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<String> sharedModels = Optional.empty();
  private Optional<SpeakerOptions> speakers = Optional.empty();
  private ChannelMode channels = ChannelMode.AUTO;
  private List<String> phrases = List.of();
  private List<TranscriptFormat> formats = List.of(TranscriptFormat.JSON);
  private Isolation isolation = Isolation.PROCESS;
  private boolean overwrite;
  private int threads = 1;

  private SettingsBuilder(String output) {
    this.output = output;
  }

  /**
   * Starts building settings.
   *
   * @param folder local or in object storage, under which results are stored
   */
  public static SettingsBuilder output(String folder) {
    return new SettingsBuilder(folder);
  }

  /** The language that is spoken, as a BCP-47 tag with or without a region, such as en-US. */
  public SettingsBuilder locale(String tag) {
    locale = Optional.of(tag);
    return this;
  }

  /**
   * The model, instead of the catalogue's choice for the locale: an id of the catalogue, a folder,
   * an archive or the address of one.
   */
  public SettingsBuilder model(String named) {
    model = Optional.of(named);
    return this;
  }

  /** Turns on diarization. */
  public SettingsBuilder diarization() {
    return diarization(SpeakerOptions.ANY);
  }

  /** Turns on diarization with bounds on the number of speakers. */
  public SettingsBuilder diarization(SpeakerOptions number) {
    speakers = Optional.of(number);
    return this;
  }

  /** Whether channels are recognised together or each by itself. */
  public SettingsBuilder channels(ChannelMode mode) {
    channels = mode;
    return this;
  }

  /** Names and terms to favour where the audio allows it. */
  public SettingsBuilder phrases(List<String> favoured) {
    phrases = List.copyOf(favoured);
    return this;
  }

  /** Formats to write besides JSON. */
  public SettingsBuilder formats(TranscriptFormat... more) {
    formats =
        Stream.concat(Stream.of(TranscriptFormat.JSON), Stream.of(more))
            .distinct()
            .sorted()
            .toList();
    return this;
  }

  /** Transcribes again files that already have results. */
  public SettingsBuilder overwrite() {
    overwrite = true;
    return this;
  }

  /**
   * Where engines run: by default in child processes, so that a crash fails one file and not the
   * job.
   */
  public SettingsBuilder isolation(Isolation where) {
    isolation = where;
    return this;
  }

  /**
   * Minimum number of background threads per worker, for unbounded input; with bounded input the
   * runner decides how many elements it processes at a time.
   */
  public SettingsBuilder threads(int least) {
    threads = least;
    return this;
  }

  /**
   * Address in object storage through which machines share models; without it each machine needs
   * its own copies.
   */
  public SettingsBuilder sharedModels(String address) {
    sharedModels = Optional.of(address);
    return this;
  }

  /** Takes access to object storage from the first Hadoop configuration in a pipeline's options. */
  public SettingsBuilder storage(PipelineOptions options) {
    storage = StorageSettings.of(options);
    return this;
  }

  /**
   * Finds the models on this machine and downloads missing ones, which may take minutes.
   *
   * @throws ModelException if a model is unavailable
   * @throws IllegalStateException if no locale was set
   */
  public TranscriptionSettings build() throws ModelException {
    String tag =
        LikelyLocale.of(
            Locale.forLanguageTag(
                    locale
                        .orElseThrow(() -> new IllegalStateException("The locale is missing."))
                        .replace('_', '-'))
                .toLanguageTag());
    ModelStore store = store();
    Model speech = store.resolve(model.orElse(""), tag);
    store.share(speech);
    return new TranscriptionSettings(
        new RunSettings(
            UUID.randomUUID().toString(),
            new OutputLayout(output, storage),
            formats,
            overwrite,
            threads),
        new ResultSettings(
            recognition(speech, pull(store, ModelRole.DETECTOR), tag),
            speakers.isPresent() ? diarization(store, speakers.get()) : null),
        sharedModels.orElse(null));
  }

  private ModelStore store() {
    StoredFiles remote = new StoredFiles(storage);
    return new ModelStore(
        Catalogue.builtIn(),
        ModelStore.defaultRoot(),
        ModelListener.SILENT,
        remote,
        sharedModels.map(address -> new SharedModels(address, remote, ModelListener.SILENT)));
  }

  private static Model pull(ModelStore store, ModelRole role) throws ModelException {
    Model model = store.pull(Catalogue.builtIn().forRole(role).get(0).id());
    store.share(model);
    return model;
  }

  private RecognitionSettings recognition(Model speech, Model detector, String tag)
      throws ModelException {
    try {
      return new RecognitionSettings(
          new EngineSpec(speech.engine(), speech.folder().toString(), speech.digest(), isolation),
          speech.id(),
          tag,
          List.of(),
          detector.folder().toString(),
          detector.digest(),
          channels,
          EngineProvider.named(speech.engine()).activity(),
          RecognitionOptions.of(SpokenLanguage.fixed(tag)).withPhrases(phrases),
          true);
    } catch (SpeechException e) {
      throw new ModelException(e.getMessage(), e);
    }
  }

  private static DiarizationSettings diarization(ModelStore store, SpeakerOptions number)
      throws ModelException {
    return DiarizationSettings.of(
        pull(store, ModelRole.SEGMENTATION), pull(store, ModelRole.EMBEDDING), number, null, false);
  }
}
