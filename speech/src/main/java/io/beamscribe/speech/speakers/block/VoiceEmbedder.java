// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts the voices of a block of audio: which of its local speakers speaks when, and the
 * embedding of each chunk. Thread-safe and without state between calls; the same samples give the
 * same bits. A call takes about forty bytes per sample of the block.
 */
public final class VoiceEmbedder implements AutoCloseable {
  /** Frames with a higher probability of overlap than this are left out of embeddings. */
  private static final float OVERLAP = .4f;

  /** Seconds below which a chunk gets no embedding. */
  private static final double LEAST_SECONDS = .4;

  private final SegmentationModel segmentation;
  private final EmbeddingModel voices;

  /**
   * Loads the models.
   *
   * @param segmentation folder of pyannote's segmentation, converted
   * @param voices folder of CAM++, converted
   * @throws IOException if one is missing
   */
  public VoiceEmbedder(Path segmentation, Path voices) throws IOException {
    this.segmentation = new SegmentationModel(segmentation);
    try {
      this.voices = new EmbeddingModel(voices);
    } catch (IOException e) {
      this.segmentation.close();
      throw e;
    }
  }

  /**
   * Extracts the voices of a block.
   *
   * @param range of the block in its file
   * @param samples of one channel, mono, 16 kHz, in the scale of 16-bit integers
   * @param detected probability of speech in each 512 samples, from {@code SpeechDetector}
   */
  public BlockVoices listen(int channel, SampleRange range, float[] samples, float[] detected)
      throws SpeechException {
    if (samples.length == 0 || detected.length == 0) {
      return new BlockVoices(channel, List.of(), List.of(), List.of());
    }
    try {
      List<Window> windows = segmentation.windows(samples);
      SpeechMask mask = new SpeechMask(windows, detected, samples);
      List<Piece> pieces = Pieces.of(new Tracks(windows), mask);
      List<SpeechChunk> stretches = new ArrayList<>();
      for (Piece piece : pieces) {
        stretches.add(stretch(piece, mask, range.start(), samples));
      }
      Overlaps overlaps = new Overlaps(windows, range.start());
      for (int i = 0; i < pieces.size(); i++) {
        addOverlaps(overlaps, i, pieces.get(i), mask);
      }
      return new BlockVoices(channel, stretches, overlaps.locals(pieces), overlaps.all());
    } catch (OrtException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "The voices could not be embedded.", e);
    }
  }

  private SpeechChunk stretch(Piece piece, SpeechMask mask, long offset, float[] samples)
      throws OrtException {
    int from = Frames.start(piece.from());
    int to = Math.min(samples.length, Frames.start(piece.to()));
    EmbeddingModel.Embedding embedding =
        voices.embed(
            samples, from, to, sample -> mask.overlap(Frames.at(sample)) <= OVERLAP, LEAST_SECONDS);
    double certainty = 0;
    int alone = 0;
    for (int frame = piece.from(); frame < piece.to(); frame++) {
      if (mask.overlap(frame) <= OVERLAP) {
        certainty += mask.certainty(frame);
        alone++;
      }
    }
    return new SpeechChunk(
        offset + from,
        offset + to,
        piece.track(),
        alone == 0 ? 0 : embedding.seconds() * certainty / alone,
        embedding.voice() == null ? null : Voiceprint.text(embedding.voice()),
        power(samples, from, to));
  }

  private static double power(float[] samples, int from, int to) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (double) samples[i] * samples[i];
    }
    return to > from ? squares / (to - from) : 0;
  }

  private static void addOverlaps(Overlaps overlaps, int index, Piece piece, SpeechMask mask) {
    for (Run run : Run.where(piece.from(), piece.to(), mask::together)) {
      overlaps.add(index, run.from(), run.to());
    }
  }

  @Override
  public void close() {
    try (segmentation;
        voices) {
      // close both, whatever happens to one
    }
  }
}
