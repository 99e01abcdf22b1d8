package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Flag;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** What {@code watch} takes. */
public interface WatchOptions extends TranscribeOptions {
  @Flag(group = "Input and output", order = 6, label = "TIME", defaultText = "10s")
  @Description("How long to wait between two looks at the input, as in 500ms, 10s or 5m.")
  @Default.String("10s")
  String getPollInterval();

  void setPollInterval(String value);
}
