// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.models.ModelOptions;
import io.beamscribe.pipelines.options.FormatsOptions;
import io.beamscribe.pipelines.options.JobOptions;
import io.beamscribe.pipelines.options.RedactFlags;
import io.beamscribe.pipelines.options.SpeakersOptions;
import io.beamscribe.pipelines.options.TextFlags;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.transforms.settings.LanguageIdentification;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code transcribe}. */
public interface TranscribeOptions
    extends JobOptions, ModelOptions, FormatsOptions, SpeakersOptions, TextFlags, RedactFlags {
  /** As given; {@link Inputs} splits it and reads the manifests in it. */
  @Flag(group = "Input and output", order = 1, label = "AUDIO,...")
  @Description(
      "Audio to transcribe: files, folders, patterns ('audio/**'), s3a:// and https://"
          + " addresses, or @FILE that lists one per line. Separate several with commas, or"
          + " repeat the flag.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> value);

  @Flag(group = "Input and output", order = 2, label = "FOLDER")
  @Description("Folder for transcripts and the report. Files in it are never taken as input.")
  @Validation.Required
  String getOutput();

  void setOutput(String value);

  /** Null for all files. */
  @Flag(group = "Input and output", order = 7, label = "PATTERN,...", defaultText = "all")
  @Description(
      "Take only files with such a path below the input: '*.wav' is for names in any folder,"
          + " '2026/**/*.wav' for whole paths, and a folder stands for all that is in it.")
  List<String> getInclude();

  void setInclude(List<String> value);

  /** Null for none. */
  @Flag(group = "Input and output", order = 8, label = "PATTERN,...", defaultText = "none")
  @Description("Leave out files with such a path, also those of --include.")
  List<String> getExclude();

  void setExclude(List<String> value);

  @Flag(group = "Input and output", order = 5)
  @Description("Transcribe again files that already have results.")
  @Default.Boolean(false)
  boolean isOverwrite();

  void setOverwrite(boolean value);

  /** Null if not given. */
  @Flag(group = "Recognition", order = 15, defaultText = "single")
  @Description("With --locale=auto: identify one language per file, or one per segment of speech.")
  LanguageIdentification getLanguageIdentification();

  void setLanguageIdentification(LanguageIdentification value);

  /** Null for all that the model knows. */
  @Flag(group = "Recognition", order = 16, label = "LOCALE,...", defaultText = "all")
  @Description(
      "With --locale=auto: languages to choose from; 2 to 10 of them if identification is"
          + " continuous.")
  List<String> getCandidateLocales();

  void setCandidateLocales(List<String> value);

  /** Null for none. */
  @Flag(group = "Recognition", order = 17, label = "LOCALE:MODEL,...")
  @Description(
      "Models for particular languages, as in ko-KR:vosk-small-ko, used instead of the"
          + " model that identified them.")
  List<String> getModels();

  void setModels(List<String> value);

  @Flag(group = "Recognition", order = 18)
  @Description("Transcribe the speech, or translate it into English.")
  @Default.Enum("TRANSCRIBE")
  Task getTask();

  void setTask(Task value);

  /** Null for none. */
  @Flag(group = "Recognition", order = 19, label = "PHRASE;...")
  @Description(
      "Names and terms to favour where the audio allows it, separated by semicolons, or"
          + " @FILE with one per line.")
  List<String> getPhrases();

  void setPhrases(List<String> value);

  @Flag(group = "Recognition", order = 20, label = "N", min = 1, max = 10)
  @Description("Beam width of the search, 1 to 10: wider is slower and slightly more accurate.")
  @Default.Integer(RecognitionOptions.BEAM)
  int getBeam();

  void setBeam(int value);

  @Flag(group = "Recognition", order = 13)
  @Description(
      "How to recognise channels: mix them, split them, or auto: split only channels that"
          + " carry different speech.")
  @Default.Enum("AUTO")
  ChannelMode getChannels();

  void setChannels(ChannelMode value);

  @Flag(group = "Recognition", order = 21, label = "STREAM", defaultText = "default")
  @Description(
      "Which audio stream to recognise of files that have several: the default one, as players"
          + " take it, one by its number, from 1, or the one in a language.")
  @Default.String("default")
  String getAudioStream();

  void setAudioStream(String value);

  @Flag(group = "Speakers", order = 30)
  @Description("Detect who speaks when: label each phrase and word with a speaker number.")
  @Default.Boolean(false)
  boolean isDiarization();

  void setDiarization(boolean value);

  @Flag(group = "Speakers", order = 33)
  @Description(
      "Save speaker embeddings under --output, so that 'diarize' can re-run diarization."
          + " These are biometric data.")
  @Default.Boolean(false)
  boolean isKeepEmbeddings();

  void setKeepEmbeddings(boolean value);

  @Flag(group = "Recognition", order = 14, label = "N", min = 1, max = 10)
  @Description("Number of readings per phrase, best first, 1 to 10.")
  @Default.Integer(1)
  int getAlternatives();

  void setAlternatives(int value);

  @Flag(group = "Running", order = 53)
  @Description("Recognise in child processes, so that a crash fails one file and not the job.")
  @Default.Enum("PROCESS")
  Isolation getIsolation();

  void setIsolation(Isolation value);

  @Flag(group = "Text", order = 48)
  @Description(
      "With --redact: a copy of the audio, as WAV, in which what is redacted is silent or a tone.")
  @Default.Enum("NONE")
  AudioMask getRedactAudio();

  void setRedactAudio(AudioMask value);
}
