// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.SureSpeech;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.engines.EngineSource;
import io.beamscribe.speech.engines.WaitingEngines;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.coverage.SecondReading;
import io.beamscribe.speech.recognition.coverage.TrackReader;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.LowSound;
import io.beamscribe.speech.speakers.block.SharedSound;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SegmentSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises one block: detects the speech of each track, cuts it into segments and passes them to
 * engines; with diarization, embeds the voices. Holds the samples of one block of one track at a
 * time. Not thread-safe.
 */
public final class BlockRecognizer {
  /** Energy ratio of speech to what of it leaks into other channels, at least: 10 dB. */
  private static final double LEAK = 10;

  private final AudioTools tools;
  private final TrackSpeech speech;
  private final WaitingEngines engines;
  private final LanguageRouter router;
  private final BlockMarks marks;
  private final @Nullable DiarizationSettings diarization;

  /**
   * @param engines asked only if there is speech to recognise
   */
  public BlockRecognizer(ResultSettings settings, AudioTools tools, EngineSource engines) {
    this.tools = tools;
    this.speech = new TrackSpeech(settings.recognition(), tools);
    this.engines = new WaitingEngines(engines);
    this.router = new LanguageRouter(settings.recognition(), this.engines);
    this.marks = new BlockMarks(settings.recognition(), this.engines);
    this.diarization = settings.diarization();
  }

  /**
   * Recognises a block.
   *
   * @param source file of the block
   * @throws SpeechException if the file is to blame
   * @throws IOException if an engine is unavailable, for which the file is not to blame
   */
  public BlockTranscript recognize(AudioSource source, FileBlock block)
      throws SpeechException, IOException {
    long begin = System.nanoTime();
    try (DecodedAudio audio = tools.decoder().open(source)) {
      return recognize(audio, block, begin);
    }
  }

  /** Recognises a block of a file that is already open. */
  BlockTranscript recognize(DecodedAudio audio, FileBlock block)
      throws SpeechException, IOException {
    return recognize(audio, block, System.nanoTime());
  }

  private BlockTranscript recognize(DecodedAudio audio, FileBlock block, long begin)
      throws SpeechException, IOException {
    List<Phrase> phrases = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    List<SegmentSpan> spans = new ArrayList<>();
    List<BlockVoices> voices = new ArrayList<>();
    List<LowSound> sounds = new ArrayList<>();
    for (Track track : block.tracks()) {
      TrackSpeech.TrackBlock detected = speech.read(audio, track, block.range());
      List<SpeechSegment> segments = speech.segments(detected);
      if (diarization != null) {
        voices.add(
            tools
                .embedder(diarization)
                .listen(track.channel(), detected.range(), detected.samples(), detected.speech()));
        sounds.add(LowSound.of(detected.samples()));
      }
      if (!segments.isEmpty()) {
        Recognition recognition =
            SecondReading.complete(
                new TrackReader(
                    detected.audio(),
                    SureSpeech.of(detected.range(), detected.speech()),
                    detected::segment,
                    range -> isLouderElsewhere(audio, detected, block, range),
                    router.severalLanguages(),
                    (segment, locale) -> router.recognize(List.of(segment), locale)),
                segments,
                router.recognize(segments, block.locale()));
        phrases.addAll(marks.of(segments, recognition.phrases(), block.locale()));
        flags.addAll(recognition.flags());
      }
      segments.forEach(segment -> spans.add(span(segment)));
    }
    voices = SharedSound.noted(voices, sounds, block.range().start());
    double seconds =
        block.preparationSeconds() + (System.nanoTime() - begin - engines.newNanos()) / 1e9;
    return new BlockTranscript(block.index(), phrases, flags, spans, voices, seconds);
  }

  /** What is said in another channel, and leaks into this one, is recognised there. */
  private static boolean isLouderElsewhere(
      DecodedAudio audio, TrackSpeech.TrackBlock here, FileBlock block, SampleRange range)
      throws SpeechException {
    double energy = energy(here.segment(range).samples());
    for (Track other : block.tracks()) {
      if (!other.equals(here.track()) && energy(audio.read(other, range)) > LEAK * energy) {
        return true;
      }
    }
    return false;
  }

  private static double energy(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * (double) sample;
    }
    return sum;
  }

  private static SegmentSpan span(SpeechSegment segment) {
    SampleRange range = segment.range();
    return new SegmentSpan(segment.channel(), range.startMillis(), range.endMillis());
  }
}
