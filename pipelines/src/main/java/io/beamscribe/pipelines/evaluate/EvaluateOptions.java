// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.options.JobOptions;
import io.beamscribe.speech.scoring.alignment.AlignmentRule;
import io.beamscribe.speech.scoring.normalization.Normalizer;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code evaluate}. */
public interface EvaluateOptions extends JobOptions, ModelStoreOptions {
  @Flag(group = "Input and output", order = 1, label = "FILE,...")
  @Description(
      "What was really said: TSV (file, locale, text, or columns named in a first line), STM,"
          + " TextGrid, CTM, a zip of audio and trans.txt, RTTM for speakers, or folders of these.")
  @Validation.Required
  List<String> getReferences();

  void setReferences(List<String> value);

  /** Null if models are to be tried. */
  @Flag(group = "Input and output", order = 2, label = "FOLDER")
  @Description("Results to score: the output of a run, or a folder of JSON, CTM, SRT, VTT or text.")
  String getHypotheses();

  void setHypotheses(String value);

  /** Null for none. */
  @Flag(group = "Input and output", order = 3, label = "FOLDER", defaultText = "none")
  @Description("Results to compare with these.")
  String getHypotheses2();

  void setHypotheses2(String value);

  @Flag(group = "Input and output", order = 4, label = "FOLDER")
  @Description("Folder for the report.")
  @Validation.Required
  String getOutput();

  void setOutput(String value);

  /** Null for the folder of the references. */
  @Flag(
      group = "Input and output",
      order = 5,
      label = "FOLDER",
      defaultText = "that of the references")
  @Description("With --model: folder of the audio that the references name.")
  String getAudio();

  void setAudio(String value);

  /** Null if results are there. */
  @Flag(group = "Recognition", order = 10, label = "MODEL")
  @Description("Transcribe the audio first, with this model, as 'transcribe' does.")
  String getModel();

  void setModel(String value);

  /** Null for none. */
  @Flag(group = "Recognition", order = 11, label = "MODEL", defaultText = "none")
  @Description("Transcribe it with this model too, and compare.")
  String getModel2();

  void setModel2(String value);

  /** Null if references or results tell it. */
  @Flag(group = "Recognition", order = 12, label = "LOCALE")
  @Description("Language of files whose references name none, and of the audio with --model.")
  String getLocale();

  void setLocale(String value);

  @Flag(group = "Recognition", order = 13)
  @Description("With --model: tell speakers apart.")
  @Default.Boolean(false)
  boolean isDiarization();

  void setDiarization(boolean value);

  @Flag(group = "Scoring", order = 20)
  @Description(
      "What does not count as an error. basic: upper case, punctuation and symbols; english and"
          + " locale: besides, how numbers are written, contractions and hesitations of English,"
          + " and spaces in languages without.")
  @Default.Enum("BASIC")
  Normalizer getNormalizer();

  void setNormalizer(Normalizer value);

  @Flag(group = "Scoring", order = 21)
  @Description("How words are aligned: by the fewest errors, or as sclite or jiwer does.")
  @Default.Enum("LEVENSHTEIN")
  AlignmentRule getAlignment();

  void setAlignment(AlignmentRule value);

  @Flag(group = "Scoring", order = 22, label = "SECONDS")
  @Description("Time around the edges of turns that diarization error leaves out.")
  @Default.String("0")
  String getCollar();

  void setCollar(String value);

  @Flag(group = "Scoring", order = 23, label = "SECONDS")
  @Description("How far words may be apart in time-constrained word error rate.")
  @Default.String("5")
  String getWordCollar();

  void setWordCollar(String value);
}
