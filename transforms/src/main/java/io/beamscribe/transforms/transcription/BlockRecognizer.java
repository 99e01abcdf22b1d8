package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.worker.EngineSource;
import io.beamscribe.transforms.worker.WorkerTools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises one block: finds the speech of each track, cuts it into segments, and lets engines
 * hear these one after the other; where speakers are to be told apart, listens to the voices. Holds
 * the samples of one block of one track at a time. Not bound to a thread.
 */
final class BlockRecognizer {
  private final WorkerTools tools;
  private final TrackSpeech speech;
  private final LanguageRouter router;
  private final DiarizationSettings diarization;
  private final StorageSettings storage;

  /**
   * @param storage how audio that is not local is reached
   * @param engines asked once there is speech to recognise
   */
  BlockRecognizer(
      ResultSettings settings, StorageSettings storage, WorkerTools tools, EngineSource engines) {
    this.tools = tools;
    this.speech = new TrackSpeech(settings.recognition(), tools);
    this.router = new LanguageRouter(settings.recognition(), engines);
    this.diarization = settings.diarization();
    this.storage = storage;
  }

  BlockTranscript recognize(AudioBlock block) throws SpeechException, IOException {
    long begin = System.nanoTime();
    List<Phrase> phrases = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    List<SegmentSpan> spans = new ArrayList<>();
    List<BlockVoices> voices = new ArrayList<>();
    try (DecodedAudio audio = tools.decoder().open(new StoredAudio(block.file(), storage))) {
      for (Track track : block.tracks()) {
        TrackSpeech.TrackBlock heard = speech.read(audio, track, block.range());
        List<SpeechSegment> segments = speech.segments(heard);
        if (diarization != null) {
          voices.add(
              tools
                  .embedder(diarization)
                  .listen(track.channel(), heard.range(), heard.samples(), heard.speech()));
        }
        if (!segments.isEmpty()) {
          Recognition recognition = router.recognize(segments, block.locale());
          phrases.addAll(recognition.phrases());
          flags.addAll(recognition.flags());
        }
        segments.forEach(segment -> spans.add(span(segment)));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new BlockTranscript(block.index(), phrases, flags, spans, voices, seconds);
  }

  private static SegmentSpan span(SpeechSegment segment) {
    SampleRange range =
        new SampleRange(segment.start(), segment.start() + segment.samples().length);
    return new SegmentSpan(segment.channel(), range.startMillis(), range.endMillis());
  }
}
