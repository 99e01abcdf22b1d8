// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.calls.sentiment.SentimentBy;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.text.Words;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.transforms.rows.FailureRow;
import io.beamscribe.transforms.rows.RecordSchema;
import io.beamscribe.transforms.settings.LanguageIdentification;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.transforms.Convert;
import org.apache.beam.sdk.schemas.transforms.SchemaTransform;
import org.apache.beam.sdk.schemas.transforms.TypedSchemaTransformProvider;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionRowTuple;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.Row;

/**
 * {@link Transcribe} as a schema transform, for Beam YAML and Python. Takes rows with the address
 * of a file in {@code uri} and, optionally, the path of its results below the output in {@code
 * path}. Beam finds this with {@link java.util.ServiceLoader}.
 */
public final class TranscribeProvider
    extends TypedSchemaTransformProvider<TranscribeProvider.Configuration> {
  private static final String INPUT = "input";
  private static final String TRANSCRIPTS = "transcripts";
  private static final String SKIPPED = "skipped";
  private static final String FAILURES = "failures";

  /** Configuration, see {@link SettingsBuilder}; YAML and Python use the names in snake_case. */
  @DefaultSchema(RecordSchema.class)
  public record Configuration(
      @SchemaFieldDescription("Folder under which results are stored, local or in object storage.")
          String output,
      @SchemaFieldDescription(
              "Language of the audio, as a BCP-47 tag such as en-US, or auto to identify it."
                  + " Required unless the model implies it.")
          Optional<String> locale,
      @SchemaFieldDescription(
              "Id, folder or address of the model; by default the catalogue's choice for the"
                  + " locale.")
          Optional<String> model,
      @SchemaFieldDescription(
              "With the locale auto: single, to identify one language per file, or continuous, for"
                  + " one per segment of speech.")
          Optional<String> languageIdentification,
      @SchemaFieldDescription("With the locale auto: languages to choose from.")
          Optional<List<String>> candidateLocales,
      @SchemaFieldDescription(
              "Models for particular languages, used instead of the model that identified them;"
                  + " each a locale and its model, such as ko-KR:vosk-small-ko.")
          Optional<List<String>> models,
      @SchemaFieldDescription("Whether to transcribe the speech or to translate it into English.")
          Optional<String> task,
      @SchemaFieldDescription("Names and terms to favour.") Optional<List<String>> phrases,
      @SchemaFieldDescription("Beam width of the search, 1 to 10.") Optional<Integer> beam,
      @SchemaFieldDescription(
              "Number of readings per phrase in results, 1 to 10; rows have the best.")
          Optional<Integer> alternatives,
      @SchemaFieldDescription("Channels: auto, mix for one track, or split for one each.")
          Optional<String> channels,
      @SchemaFieldDescription(
              "Which of several audio streams of a file: default, a number from 1, or a language.")
          Optional<String> audioStream,
      @SchemaFieldDescription("Whether to give the time and confidence of each word.")
          Optional<Boolean> wordLevelTimestamps,
      @SchemaFieldDescription("Whether to diarize: label phrases and words with speakers.")
          Optional<Boolean> diarization,
      @SchemaFieldDescription("With diarization: minimum number of speakers in a file, 1 to 36.")
          Optional<Integer> minSpeakers,
      @SchemaFieldDescription("With diarization: maximum number of speakers in a file, 1 to 36.")
          Optional<Integer> maxSpeakers,
      @SchemaFieldDescription(
              "With diarization: folder of known voices, by which speakers are named.")
          Optional<String> voices,
      @SchemaFieldDescription("With diarization: whether to keep speaker embeddings.")
          Optional<Boolean> keepEmbeddings,
      @SchemaFieldDescription(
              "Marks and capital letters for engines that write none: auto, rules or none.")
          Optional<String> punctuation,
      @SchemaFieldDescription(
              "Which marks are written: None, Dictated, Automatic or DictatedAndAutomatic.")
          Optional<String> punctuationMode,
      @SchemaFieldDescription("What becomes of profanity: None, Masked, Removed or Tags.")
          Optional<String> profanityFilterMode,
      @SchemaFieldDescription("Further words to treat as profanity.")
          Optional<List<String>> profanityWords,
      @SchemaFieldDescription("Words that are no profanity.")
          Optional<List<String>> profanityExceptions,
      @SchemaFieldDescription(
              "File with your own rules for the display text, as for Azure's custom display"
                  + " format.")
          Optional<String> rules,
      @SchemaFieldDescription(
              "Personal data to replace in the text: card, iban, ssn, email, ip, url, phone, id,"
                  + " date, address, name, or all.")
          Optional<List<String>> redact,
      @SchemaFieldDescription(
              "With redact: what stands in a copy of the audio in place of it: mute or bleep; none"
                  + " for no copy.")
          Optional<String> redactAudio,
      @SchemaFieldDescription("Formats to store beside json.") Optional<List<String>> formats,
      @SchemaFieldDescription(
              "File with rules in YAML that give calls categories, for the formats analytics and"
                  + " call.")
          Optional<String> callRules,
      @SchemaFieldDescription(
              "What finds the sentiment in English calls: vader, a list of words, or minilm, a"
                  + " small model.")
          Optional<String> sentiment,
      @SchemaFieldDescription("Longest line of captions in columns, 20 to 200.")
          Optional<Integer> captionMaxLineLength,
      @SchemaFieldDescription("Most lines of a caption, 1 to 4.") Optional<Integer> captionLines,
      @SchemaFieldDescription("Whether to transcribe again files that already have results.")
          Optional<Boolean> overwrite,
      @SchemaFieldDescription("Where engines run: process, for child processes, or none.")
          Optional<String> isolation,
      @SchemaFieldDescription("Model catalogue to use instead of the built-in one.")
          Optional<String> catalog,
      @SchemaFieldDescription("Address in object storage through which machines share models.")
          Optional<String> sharedModels) {

    TranscriptionSettings settings(PipelineOptions options) {
      SettingsBuilder builder = SettingsBuilder.output(output).storage(options);
      locale.ifPresent(builder::locale);
      model.ifPresent(builder::model);
      languageIdentification
          .map(text -> oneOf("languageIdentification", LanguageIdentification.values(), text))
          .ifPresent(builder::languageIdentification);
      candidateLocales.ifPresent(builder::candidateLocales);
      models.ifPresent(builder::models);
      task.map(text -> oneOf("task", Task.values(), text)).ifPresent(builder::task);
      phrases.ifPresent(builder::phrases);
      beam.ifPresent(builder::beam);
      alternatives.ifPresent(builder::alternatives);
      channels
          .map(text -> oneOf("channels", ChannelMode.values(), text))
          .ifPresent(builder::channels);
      audioStream.ifPresent(builder::audioStream);
      wordLevelTimestamps.ifPresent(builder::wordLevelTimestamps);
      diarization.ifPresent(builder::diarization);
      minSpeakers.ifPresent(builder::minSpeakers);
      maxSpeakers.ifPresent(builder::maxSpeakers);
      voices.ifPresent(builder::voices);
      keepEmbeddings.ifPresent(builder::keepEmbeddings);
      builder.captions(
          new CaptionOptions(
              captionMaxLineLength.orElse(0), captionLines.orElse(CaptionOptions.DEFAULT_LINES)));
      formats
          .map(texts -> texts.stream().map(Configuration::format).toArray(TranscriptFormat[]::new))
          .ifPresent(builder::formats);
      punctuation
          .map(text -> oneOf("punctuation", Punctuation.values(), text))
          .ifPresent(builder::punctuation);
      punctuationMode
          .map(text -> oneOf("punctuationMode", PunctuationMode.values(), text))
          .ifPresent(builder::punctuationMode);
      builder.profanity(
          new ProfanityOptions(
              profanityFilterMode
                  .map(text -> oneOf("profanityFilterMode", ProfanityMode.values(), text))
                  .orElse(ProfanityOptions.DEFAULT.mode()),
              profanityWords.orElse(List.of()),
              profanityExceptions.orElse(List.of())));
      rules.ifPresent(builder::rules);
      callRules.ifPresent(builder::callRules);
      sentiment
          .map(text -> oneOf("sentiment", SentimentBy.values(), text))
          .ifPresent(builder::sentiment);
      redact.ifPresent(builder::redact);
      redactAudio
          .map(text -> oneOf("redactAudio", AudioMask.values(), text))
          .ifPresent(builder::redactAudio);
      overwrite.ifPresent(builder::overwrite);
      isolation
          .map(text -> oneOf("isolation", Isolation.values(), text))
          .ifPresent(builder::isolation);
      catalog.ifPresent(builder::catalog);
      sharedModels.ifPresent(builder::sharedModels);
      try {
        return builder.build();
      } catch (ModelException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }

    private static TranscriptFormat format(String text) {
      return oneOf("formats", TranscriptFormat.values(), text);
    }

    private static <E extends Enum<E>> E oneOf(String name, E[] constants, String text) {
      List<String> names = Stream.of(constants).map(Configuration::word).toList();
      for (E constant : constants) {
        if (word(constant).equalsIgnoreCase(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException(Words.mustBe(name, names, text));
    }

    private static String word(Enum<?> constant) {
      return constant.toString().equals(constant.name())
          ? constant.name().toLowerCase(Locale.ROOT)
          : constant.toString();
    }
  }

  @Override
  public String identifier() {
    return "beam:schematransform:io.beamscribe:transcribe:v1";
  }

  @Override
  public String description() {
    return "Transcribes audio files: takes rows with a field uri and outputs transcripts, those"
        + " of files finished before (skipped), and failures. Results are also stored"
        + " under the output.";
  }

  @Override
  public List<String> inputCollectionNames() {
    return List.of(INPUT);
  }

  @Override
  public List<String> outputCollectionNames() {
    return List.of(TRANSCRIPTS, SKIPPED, FAILURES);
  }

  @Override
  protected SchemaTransform from(Configuration configuration) {
    return new ByName(configuration);
  }

  private static final class ByName extends SchemaTransform {
    private static final long serialVersionUID = 1L;

    private final transient Configuration configuration;

    ByName(Configuration configuration) {
      this.configuration = configuration;
    }

    @Override
    public PCollectionRowTuple expand(PCollectionRowTuple input) {
      PCollection<Row> rows = input.getSinglePCollection();
      requireText(rows.getSchema(), FilesOfRows.URI);
      TranscriptionSettings settings = configuration.settings(input.getPipeline().getOptions());
      PCollectionTuple files = rows.apply("Files", new FilesOfRows());
      Transcribe.Result result =
          files.get(FilesOfRows.FILES).apply("Transcribe", Transcribe.files(settings));
      PCollection<FailureRow> failures =
          PCollectionList.of(files.get(FilesOfRows.FAILED))
              .and(result.failures())
              .apply("AllFailures", Flatten.pCollections());
      return PCollectionRowTuple.of(
              TRANSCRIPTS, result.transcripts().apply("TranscriptRows", Convert.toRows()))
          .and(SKIPPED, result.skipped().apply("SkippedRows", Convert.toRows()))
          .and(FAILURES, failures.apply("FailureRows", Convert.toRows()));
    }

    private static void requireText(Schema schema, String field) {
      if (!schema.hasField(field)
          || schema.getField(field).getType().getTypeName() != Schema.TypeName.STRING) {
        throw new IllegalArgumentException(
            "Rows to transcribe need a field '"
                + field
                + "' of text; these have "
                + schema.getFieldNames()
                + ".");
      }
    }
  }
}
