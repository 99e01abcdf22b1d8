package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Flag;
import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.speech.speakers.SpeakerOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** What every command takes that tells speakers apart. */
public interface SpeakerCountOptions extends PipelineOptions {
  @Flag(group = "Speakers", order = 31, label = "N", min = 1, max = SpeakerOptions.MOST)
  @Description(
      "Fewest speakers of a channel, 1 to 36; the exact number where --maxSpeakers is the same.")
  @Default.Integer(1)
  int getMinSpeakers();

  void setMinSpeakers(int value);

  @Flag(group = "Speakers", order = 32, label = "N", min = 1, max = SpeakerOptions.MOST)
  @Description("Most speakers of a channel, 1 to 36.")
  @Default.Integer(SpeakerOptions.MOST)
  int getMaxSpeakers();

  void setMaxSpeakers(int value);

  /** Refuses numbers between which there is none. */
  static SpeakerOptions speakers(SpeakerCountOptions options) throws UsageException {
    int least = options.getMinSpeakers();
    int most = options.getMaxSpeakers();
    if (least > most) {
      throw new UsageException(
          "--minSpeakers=%d is more than --maxSpeakers=%d.".formatted(least, most));
    }
    return new SpeakerOptions(least, most);
  }
}
