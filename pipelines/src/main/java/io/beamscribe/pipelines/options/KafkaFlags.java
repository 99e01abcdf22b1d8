// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command that reads a topic of Kafka. */
public interface KafkaFlags extends PipelineOptions {
  /** The group of those who name none. */
  String GROUP = "beamscribe";

  @Flag(group = "Events", order = 63, label = "GROUP", defaultText = KafkaFlags.GROUP)
  @Description("Consumer group whose committed offsets record what is done.")
  @Default.String(GROUP)
  String getKafkaGroup();

  void setKafkaGroup(String value);

  /** Null for none. */
  @Flag(group = "Events", order = 64, label = "FILE", defaultText = "none")
  @Description("Properties file for the Kafka clients, such as credentials; read on each worker.")
  String getKafkaProperties();

  void setKafkaProperties(String value);
}
