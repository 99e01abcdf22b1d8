// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The size of a converted Whisper model, and of what goes into its graphs and comes out: the
 * content of {@code whisper.json}, which stands beside them.
 *
 * @param version of the graphs; another one has other inputs, outputs or meanings
 * @param precision of the large matrices
 * @param width of a layer
 * @param headWidth of one head of attention
 * @param samples at 16 kHz per window of the encoder
 * @param melBins of its spectrum
 * @param frames of its spectrum
 * @param positions that the encoder outputs
 * @param context the most tokens in a row
 * @param vocabulary how many tokens there are
 * @param alignmentHeads number of heads whose attention the decoder outputs
 */
public record WhisperDimensions(
    int version,
    Precision precision,
    int width,
    int headWidth,
    int encoderLayers,
    int encoderHeads,
    int decoderLayers,
    int decoderHeads,
    int samples,
    int melBins,
    int frames,
    int positions,
    int context,
    int vocabulary,
    int alignmentHeads) {
  /** Version of the graphs that this build writes. */
  public static final int VERSION = 2;

  private static final String NAME = "whisper.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader READER =
      JSON.readerFor(WhisperDimensions.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Reads the dimensions of a model; if it is of another version, unknown members are ignored. */
  public static WhisperDimensions read(Path folder) throws IOException {
    return READER.readValue(folder.resolve(NAME).toFile());
  }

  /** Writes them beside the graphs of a model; there must be none yet. */
  public void write(Path folder) throws IOException {
    String text = JSON.writeValueAsString(this) + "\n";
    Files.writeString(folder.resolve(NAME), text, StandardOpenOption.CREATE_NEW);
  }
}
