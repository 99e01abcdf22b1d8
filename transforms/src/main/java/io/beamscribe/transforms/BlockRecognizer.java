package io.beamscribe.transforms;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.SegmentCutter;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Phrase;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.BlockTranscript;
import io.beamscribe.speech.transcript.SegmentSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recognises one block: finds the speech of each track, cuts it into segments, and lets the engine
 * hear these one after the other. Holds the samples of one block of one track at a time. Not bound
 * to a thread.
 */
final class BlockRecognizer {
  private final TranscriptionSettings settings;
  private final SegmentCutter cutter;
  private final WorkerTools.Lease tools;
  private final EngineSource engine;

  /** Gives the engine, which may still have to be loaded. */
  interface EngineSource {
    /**
     * @throws IOException where it cannot be loaded, for which no audio is to blame
     */
    Engine get() throws IOException;
  }

  /**
   * @param engine asked once there is speech to recognise
   */
  BlockRecognizer(TranscriptionSettings settings, WorkerTools.Lease tools, EngineSource engine) {
    this.settings = settings;
    this.cutter = new SegmentCutter(settings.activity());
    this.tools = tools;
    this.engine = engine;
  }

  BlockTranscript recognize(AudioBlock block) throws SpeechException, IOException {
    long begin = System.nanoTime();
    List<Phrase> phrases = new ArrayList<>();
    List<SegmentSpan> spans = new ArrayList<>();
    try (DecodedAudio audio = tools.decoder().open(new StoredAudio(block.file()))) {
      for (Track track : block.tracks()) {
        float[] samples = audio.read(track, block.range());
        List<SampleRange> ranges =
            cutter.cut(block.range(), samples, tools.detector().probabilities(samples));
        if (!ranges.isEmpty()) {
          phrases.addAll(
              engine
                  .get()
                  .recognize(
                      segments(track, samples, ranges, block.range().start()),
                      settings.recognition())
                  .phrases());
        }
        ranges.forEach(range -> spans.add(span(track, range)));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new BlockTranscript(block.index(), phrases, List.of(), spans, seconds);
  }

  private static List<SpeechSegment> segments(
      Track track, float[] samples, List<SampleRange> ranges, long offset) {
    return ranges.stream()
        .map(
            range ->
                new SpeechSegment(
                    track.channel(),
                    range.start(),
                    Arrays.copyOfRange(
                        samples, (int) (range.start() - offset), (int) (range.end() - offset))))
        .toList();
  }

  private static SegmentSpan span(Track track, SampleRange range) {
    long start = range.startMillis();
    return new SegmentSpan(track.channel(), start, range.endMillis() - start);
  }
}
