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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recognises one block: finds the speech of each track, cuts it into segments, recognises one after
 * the other. Holds the samples of one block of one track at a time. Not bound to a thread.
 */
final class BlockRecognizer {
  private final TranscriptionSettings settings;
  private final SegmentCutter cutter;
  private final WorkerTools.Lease tools;
  private final Engine engine;

  BlockRecognizer(TranscriptionSettings settings, WorkerTools.Lease tools, Engine engine) {
    this.settings = settings;
    this.cutter = new SegmentCutter(settings.activity());
    this.tools = tools;
    this.engine = engine;
  }

  BlockTranscript recognize(AudioBlock block) throws SpeechException {
    long begin = System.nanoTime();
    List<Phrase> phrases = new ArrayList<>();
    List<SegmentSpan> spans = new ArrayList<>();
    try (DecodedAudio audio = tools.decoder().open(new StoredAudio(block.file()))) {
      for (Track track : block.tracks()) {
        float[] samples = audio.read(track, block.range());
        for (SampleRange segment : segments(samples, block.range())) {
          phrases.addAll(recognize(track, samples, segment, block.range().start()));
          spans.add(
              new SegmentSpan(
                  track.channel(),
                  segment.startMillis(),
                  segment.endMillis() - segment.startMillis()));
        }
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new BlockTranscript(block.index(), phrases, spans, seconds);
  }

  private List<SampleRange> segments(float[] samples, SampleRange block) throws SpeechException {
    return cutter.cut(block, samples, tools.detector().probabilities(samples));
  }

  private List<Phrase> recognize(Track track, float[] samples, SampleRange segment, long offset)
      throws SpeechException {
    float[] part =
        Arrays.copyOfRange(
            samples, (int) (segment.start() - offset), (int) (segment.end() - offset));
    return engine.recognize(
        new SpeechSegment(track.channel(), segment.start(), part), settings.recognition());
  }
}
