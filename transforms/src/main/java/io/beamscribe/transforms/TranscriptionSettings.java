package io.beamscribe.transforms;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.transcript.TranscriptFormat;
import java.io.Serializable;
import java.util.List;

/**
 * All that a run needs to know besides its files.
 *
 * @param modelId id or last part of the address of the model
 * @param locale of the model
 * @param detectorFolder local folder of the Silero model
 * @param detectorDigest identity of its content
 * @param formats to write
 * @param wordLevelTimestamps whether results hold the times of words
 * @param overwrite whether finished files are done again
 */
public record TranscriptionSettings(
    OutputLayout output,
    EngineSpec engine,
    String modelId,
    String locale,
    String detectorFolder,
    String detectorDigest,
    ChannelMode channels,
    ActivityOptions activity,
    RecognitionOptions recognition,
    List<TranscriptFormat> formats,
    boolean wordLevelTimestamps,
    boolean overwrite)
    implements Serializable {

  /**
   * Version of code and form of results. It goes up with every change that gives other bytes for
   * the same audio, model and options, so that old results are done again.
   */
  public static final String RESULT_VERSION = "1";

  public TranscriptionSettings {
    formats = List.copyOf(formats);
  }

  /** Digest of all that changes a result except the audio: not the formats, which can be added. */
  String digest() {
    return Sha256.of(
        String.join(
            "\n",
            "version=" + RESULT_VERSION,
            "engine=" + engine.engine(),
            "model=" + engine.digest(),
            "modelId=" + modelId,
            "locale=" + locale,
            "detector=" + detectorDigest,
            "channels=" + channels,
            "activity=" + activity,
            "recognition=" + recognition,
            "wordLevelTimestamps=" + wordLevelTimestamps));
  }

  /** Identity of a result: what must be unchanged for work to be skipped. */
  String fingerprint(String audioSha256) {
    return Sha256.of(audioSha256 + "\n" + digest());
  }
}
