// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.options.KafkaFlags;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code watch}. */
public interface WatchOptions extends TranscribeOptions, KafkaFlags {
  @Override
  @Flag(group = "Input and output", order = 1, label = "AUDIO,...")
  @Description(
      "Audio to transcribe, now and as it arrives: files, folders, patterns ('audio/**'), s3a://"
          + " addresses, or @FILE that lists one per line. Separate several with commas, or repeat"
          + " the flag.")
  @Validation.Required
  List<String> getInput();

  @Override
  void setInput(List<String> value);

  @Override
  @Flag(group = "Input and output", order = 2, label = "FOLDER")
  @Description(
      "Folder for transcripts, and for the reasons of failures. Files in it are never taken as"
          + " input.")
  @Validation.Required
  String getOutput();

  @Override
  void setOutput(String value);

  @Flag(group = "Input and output", order = 6, label = "TIME", defaultText = "10s")
  @Description("Time between two polls of the input, as in 500ms, 10s or 5m.")
  @Default.String("10s")
  String getPollInterval();

  void setPollInterval(String value);

  @Flag(group = "Events", order = 60)
  @Description("How to discover new files: poll the input, or read the store's events from Kafka.")
  @Default.Enum("POLL")
  WatchSource getSource();

  void setSource(WatchSource value);

  /** Null unless events are read. */
  @Flag(group = "Events", order = 61, label = "HOST:PORT,...")
  @Description("Kafka bootstrap servers.")
  String getKafkaServers();

  void setKafkaServers(String value);

  /** Null unless events are read. */
  @Flag(group = "Events", order = 62, label = "TOPIC")
  @Description("Topic with the store's S3 notifications of created objects.")
  String getKafkaTopic();

  void setKafkaTopic(String value);

  /** Null for none. */
  @Flag(group = "Events", order = 65, label = "TOPIC", defaultText = "none")
  @Description("Kafka topic to publish a record to for each file that ends, well or not.")
  String getResultsTopic();

  void setResultsTopic(String value);
}
