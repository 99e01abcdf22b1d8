// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.speech.calls.sentiment.SentimentBy;
import io.beamscribe.speech.formats.TranscriptFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command that writes figures about calls. */
public interface CallsOptions extends PipelineOptions {
  /** What is found out about a result besides its text. */
  enum Analytics {
    NONE,
    CALL;

    /** The formats of a run, with those that hold what is found out. */
    public List<TranscriptFormat> with(List<String> words) {
      Stream<TranscriptFormat> own =
          this == CALL
              ? Stream.of(TranscriptFormat.ANALYTICS, TranscriptFormat.CALL)
              : Stream.empty();
      return Stream.concat(words.stream().map(TranscriptFormat::parse), own).distinct().toList();
    }
  }

  @Flag(group = "Calls", order = 38)
  @Description("Figures about each result as a call, as JSON and as a page beside it.")
  @Default.Enum("NONE")
  Analytics getAnalytics();

  void setAnalytics(Analytics value);

  /** Null for no rules. */
  @Flag(group = "Calls", order = 39, label = "FILE", defaultText = "none")
  @Description("Rules in YAML that give calls categories by what is said in them, and when.")
  String getCallRules();

  void setCallRules(String value);

  @Flag(group = "Calls", order = 40)
  @Description(
      "What finds the sentiment in English calls: VADER, a list of words, or MiniLM, a small model"
          + " that is right more often and slower.")
  @Default.Enum("VADER")
  SentimentBy getSentiment();

  void setSentiment(SentimentBy value);
}
