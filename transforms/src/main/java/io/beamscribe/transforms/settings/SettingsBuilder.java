// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.calls.sentiment.SentimentBy;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.text.rules.RulesException;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.LocaleModel;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link TranscriptionSettings}. Names, values and defaults are those of the flags of {@code
 * beamscribe transcribe}. Only the locale is required, unless the model implies it. Not
 * thread-safe.
 */
public final class SettingsBuilder {
  private final String output;
  private StorageSettings storage = StorageSettings.NONE;
  private Optional<String> locale = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<LanguageIdentification> identification = Optional.empty();
  private List<String> candidates = List.of();
  private List<String> models = List.of();
  private Task task = Task.TRANSCRIBE;
  private List<String> phrases = List.of();
  private int beam = RecognitionOptions.BEAM;
  private int alternatives = 1;
  private ChannelMode channels = ChannelMode.AUTO;
  private AudioStreamChoice audioStream = AudioStreamChoice.DEFAULT;
  private boolean wordLevelTimestamps = true;
  private boolean diarization;
  private int minSpeakers = SpeakerOptions.ANY.minSpeakers();
  private int maxSpeakers = SpeakerOptions.ANY.maxSpeakers();
  private Optional<String> voices = Optional.empty();
  private boolean keepEmbeddings;
  private List<TranscriptFormat> formats = List.of(TranscriptFormat.JSON, TranscriptFormat.TXT);
  private CaptionOptions captions = CaptionOptions.DEFAULT;
  private CallOptions calls = CallOptions.DEFAULT;
  private SentimentBy sentiment = SentimentBy.VADER;
  private boolean overwrite;
  private Isolation isolation = Isolation.PROCESS;
  private Optional<String> catalog = Optional.empty();
  private Optional<String> sharedModels = ModelSource.sharedByEnvironment();
  private ModelListener listener = ModelListener.SILENT;
  private int threads = 1;
  private FileSelection selection = FileSelection.ALL;
  private RunBounds bounds = RunBounds.NONE;
  private FileChoices choices = FileChoices.NONE;
  private TextOptions text = TextOptions.DEFAULT;
  private Set<PersonalData> redact = Set.of();
  private AudioMask redactAudio = AudioMask.NONE;

  /**
   * Settings, and why they name this model.
   *
   * @param modelReason as part of a sentence
   */
  public record Chosen(TranscriptionSettings settings, String modelReason) {}

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

  /**
   * The language that is spoken, as a BCP-47 tag with or without a region, such as en-US, or {@code
   * auto} to identify it.
   */
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

  /** With the locale {@code auto}: how often to identify the language; once per file by default. */
  public SettingsBuilder languageIdentification(LanguageIdentification often) {
    identification = Optional.of(often);
    return this;
  }

  /**
   * With the locale {@code auto}: the languages to choose from, by default all that the model
   * knows; 2 to 10 if they are identified continuously.
   */
  public SettingsBuilder candidateLocales(List<String> tags) {
    candidates = List.copyOf(tags);
    return this;
  }

  /**
   * Models for particular languages, used instead of the model that identified them.
   *
   * @param named each a locale and its model, as in {@code ko-KR:vosk-small-ko}
   */
  public SettingsBuilder models(List<String> named) {
    models = List.copyOf(named);
    return this;
  }

  /** Whether to transcribe the speech or to translate it into English. */
  public SettingsBuilder task(Task wanted) {
    task = wanted;
    return this;
  }

  /** Names and terms to favour where the audio allows it. */
  public SettingsBuilder phrases(List<String> favoured) {
    phrases =
        favoured.stream()
            .map(phrase -> phrase.strip().replaceAll("\\s+", " "))
            .filter(phrase -> !phrase.isEmpty())
            .distinct()
            .toList();
    return this;
  }

  /** Beam width of the search, 1 to 10. */
  public SettingsBuilder beam(int width) {
    beam = width;
    return this;
  }

  /** Number of alternative readings per phrase in results, 1 to 10; rows have the best. */
  public SettingsBuilder alternatives(int readings) {
    alternatives = readings;
    return this;
  }

  /** Whether channels are recognised together or each by itself. */
  public SettingsBuilder channels(ChannelMode mode) {
    channels = mode;
    return this;
  }

  /**
   * Which audio stream is recognised of files that have several: {@code default} for the one that
   * players take, a number from 1, or a language.
   *
   * @throws SettingsException if it is none of these
   */
  public SettingsBuilder audioStream(String choice) {
    try {
      audioStream = new AudioStreamChoice(choice);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "--audioStream must be default, the number of a stream or a language, not '"
              + choice
              + "'.",
          e);
    }
    return this;
  }

  /** Whether results and rows include the time and confidence of each word. */
  public SettingsBuilder wordLevelTimestamps(boolean wanted) {
    wordLevelTimestamps = wanted;
    return this;
  }

  /** Turns on diarization. */
  public SettingsBuilder diarization() {
    return diarization(true);
  }

  /** Whether to diarize: label phrases and words with speakers. */
  public SettingsBuilder diarization(boolean wanted) {
    diarization = wanted;
    return this;
  }

  /** Turns on diarization with bounds on the number of speakers. */
  public SettingsBuilder diarization(SpeakerOptions number) {
    return diarization().minSpeakers(number.minSpeakers()).maxSpeakers(number.maxSpeakers());
  }

  /** With diarization: the minimum number of speakers in a file, 1 to 36. */
  public SettingsBuilder minSpeakers(int least) {
    minSpeakers = least;
    return this;
  }

  /** With diarization: the maximum number of speakers in a file, 1 to 36. */
  public SettingsBuilder maxSpeakers(int most) {
    maxSpeakers = most;
    return this;
  }

  /** With diarization: a folder of known voices, by which speakers are named. */
  public SettingsBuilder voices(String folder) {
    voices = Optional.of(folder);
    return this;
  }

  /** With diarization: whether embeddings, which are biometric data, are kept under the output. */
  public SettingsBuilder keepEmbeddings(boolean wanted) {
    keepEmbeddings = wanted;
    return this;
  }

  /** Formats to write besides JSON, from which rows are read; text by default. */
  public SettingsBuilder formats(TranscriptFormat... more) {
    return onlyFormats(Stream.concat(Stream.of(TranscriptFormat.JSON), Stream.of(more)).toList());
  }

  /** Formats to write; without JSON there are no rows. */
  public SettingsBuilder onlyFormats(List<TranscriptFormat> all) {
    formats = all.stream().distinct().sorted().toList();
    return this;
  }

  /** How figures about calls are made, in the formats that are such. */
  public SettingsBuilder calls(CallOptions options) {
    calls = options;
    return this;
  }

  /**
   * The user's own rules for the display text.
   *
   * @param address of a file, local or in the storage that was given
   */
  public SettingsBuilder rules(String address) {
    return text(text.withRules(RuleFiles.text(address, storage)));
  }

  /**
   * Rules that give calls categories.
   *
   * @param address of a YAML file, local or in the storage that was given
   */
  public SettingsBuilder callRules(String address) {
    return calls(RuleFiles.calls(address, storage));
  }

  /** What finds the sentiment in calls, in the formats that are about calls. */
  public SettingsBuilder sentiment(SentimentBy by) {
    sentiment = by;
    return this;
  }

  /** How captions are cut, in the formats that are captions. */
  public SettingsBuilder captions(CaptionOptions options) {
    captions = options;
    return this;
  }

  /** Transcribes again files that already have results. */
  public SettingsBuilder overwrite() {
    return overwrite(true);
  }

  /** Whether files that already have results are transcribed again. */
  public SettingsBuilder overwrite(boolean wanted) {
    overwrite = wanted;
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

  /** Model catalogue to use instead of the built-in one: a file or its address. */
  public SettingsBuilder catalog(String file) {
    catalog = Optional.of(file);
    return this;
  }

  /**
   * Address in object storage through which machines share models, by default that in {@code
   * $BEAMSCRIBE_MODELS}; without it each machine needs its own copies.
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

  /** Which of the files in the inputs of a job are meant; all by default. */
  public SettingsBuilder selection(FileSelection meant) {
    selection = meant;
    return this;
  }

  /** What is known of single inputs; nothing by default. */
  public SettingsBuilder choices(FileChoices known) {
    choices = known;
    return this;
  }

  /** Where a batch ends early; nowhere by default. */
  public SettingsBuilder bounds(RunBounds early) {
    bounds = early;
    return this;
  }

  /** Where marks and capital letters of engines come from that write none. */
  public SettingsBuilder punctuation(Punctuation from) {
    return text(text.withPunctuation(from));
  }

  /** Which marks are written. */
  public SettingsBuilder punctuationMode(PunctuationMode mode) {
    return text(text.withMode(mode));
  }

  /** What becomes of profanity in the text for readers. */
  public SettingsBuilder profanity(ProfanityOptions options) {
    return text(text.withProfanity(options));
  }

  /**
   * Personal data to take out of results.
   *
   * @param kinds words for them, or {@code all}; one may be several with commas between
   */
  public SettingsBuilder redact(List<String> kinds) {
    try {
      redact = PersonalData.of(kinds);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
    return this;
  }

  /** What stands in a copy of the audio where personal data that is redacted is said. */
  public SettingsBuilder redactAudio(AudioMask mask) {
    redactAudio = mask;
    return this;
  }

  /** How the forms of phrases are written. */
  public SettingsBuilder text(TextOptions options) {
    text = options;
    return this;
  }

  /** Gets the progress of downloads and messages for people. */
  public SettingsBuilder listener(ModelListener told) {
    listener = told;
    return this;
  }

  /**
   * Finds the models on this machine and downloads missing ones, which may take minutes.
   *
   * @throws IllegalArgumentException if settings cannot be right, usually a {@link
   *     SettingsException}
   * @throws ModelException if a model is unavailable
   */
  public TranscriptionSettings build() throws ModelException {
    return choose().settings();
  }

  /** As {@link #build}, and says why this model was chosen. */
  public Chosen choose() throws ModelException {
    LanguagePlan plan = LanguagePlan.of(locale, identification, candidates, models);
    SpeakerPlan speakers =
        new SpeakerPlan(
            diarization, SpeakerPlan.number(minSpeakers, maxSpeakers), voices, keepEmbeddings);
    if (!diarization && choices.haveSpeakers()) {
      throw new SettingsException("The list of inputs has numbers of speakers; add --diarization.");
    }
    ModelSource source = new ModelSource(catalog, sharedModels, storage, listener);
    TranscriptionModels chosen =
        TranscriptionModels.choose(
            plan,
            model,
            task,
            speakers,
            text.mode().automatic() ? text.punctuation() : Punctuation.NONE,
            choices.locales().toList(),
            source);
    testRules(plan.auto() ? Optional.empty() : Optional.of(chosen.locale()));
    TranscriptionSettings settings =
        new TranscriptionSettings(
            new RunSettings(
                "",
                new OutputLayout(output, storage),
                formats,
                new FormatOptions(
                    wordLevelTimestamps,
                    captions,
                    Sentiments.of(calls, sentiment, formats, source)),
                overwrite,
                threads,
                selection,
                bounds,
                choices.withRefused(chosen.files().refused())),
            new ResultSettings(
                recognition(plan, chosen),
                diarization(speakers, chosen),
                text(chosen),
                Redaction.of(redact, redactAudio, source)),
            sharedModels.orElse(null));
    return new Chosen(settings, chosen.reason());
  }

  /**
   * Checks the user's rules, and runs their tests where the language is known beforehand.
   *
   * @param locale of the audio
   */
  private void testRules(Optional<String> locale) {
    try {
      text.rules().check();
      if (locale.isPresent()) {
        text.rules().test(task == Task.TRANSLATE ? "en-US" : locale.get());
      }
    } catch (RulesException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /** Results say where marks come from, not where they might have. */
  private TextOptions text(TranscriptionModels chosen) {
    Punctuation source =
        chosen.punctuator() != null
            ? Punctuation.WHISPER
            : text.punctuation() == Punctuation.NONE ? Punctuation.NONE : Punctuation.RULES;
    return text.withPunctuation(source);
  }

  private RecognitionSettings recognition(LanguagePlan plan, TranscriptionModels chosen)
      throws ModelException {
    Model speech = chosen.speech();
    try {
      return new RecognitionSettings(
          engine(speech),
          speech.id(),
          chosen.locale(),
          models(chosen.languages()),
          chosen.detector().folder().toString(),
          chosen.detector().digest(),
          channels,
          audioStream,
          EngineProvider.named(speech.engine()).activity(),
          new RecognitionOptions(alternatives, plan.spoken(chosen.locale()), task, phrases, beam),
          wordLevelTimestamps,
          chosen.punctuator() == null ? null : engine(chosen.punctuator()),
          models(chosen.files().models()));
    } catch (SpeechException e) {
      throw new ModelException(e.getMessage(), e);
    }
  }

  private List<LocaleModel> models(Map<String, Model> byLocale) {
    return byLocale.entrySet().stream()
        .map(
            entry ->
                new LocaleModel(entry.getKey(), engine(entry.getValue()), entry.getValue().id()))
        .toList();
  }

  private static @Nullable DiarizationSettings diarization(
      SpeakerPlan speakers, TranscriptionModels chosen) {
    return speakers.wanted()
        ? DiarizationSettings.of(
            requireNonNull(chosen.segmentation()),
            requireNonNull(chosen.voices()),
            speakers.number(),
            chosen.known(),
            speakers.keepEmbeddings())
        : null;
  }

  private EngineSpec engine(Model from) {
    return new EngineSpec(from.engine(), from.folder().toString(), from.digest(), isolation);
  }
}
