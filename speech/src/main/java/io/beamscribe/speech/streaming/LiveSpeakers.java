// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.speakers.Diarizer;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.speakers.SpeakerPhrases;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.VoiceEmbedder;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Tells the speakers of a session apart: with each phrase, the voices of all speech so far are
 * compared anew, as those of a whole file are, so that a mistake does not outlive the speech that
 * corrects it. A speaker keeps the number under which most of that speech was said. What was said
 * is not said anew. Not thread-safe.
 */
final class LiveSpeakers implements PhraseSpeakers {
  /** Stretches of about two seconds that are compared; the oldest are forgotten: half an hour. */
  private static final int MOST_STRETCHES = 900;

  private final VoiceEmbedder embedder;
  private final Diarizer diarizer = new Diarizer(SpeakerOptions.ANY);
  private final StableSpeakers numbers = new StableSpeakers();
  private final Deque<BlockVoices> heard = new ArrayDeque<>();
  private int stretches;

  /**
   * @param embedder stays open while there are phrases
   */
  LiveSpeakers(VoiceEmbedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public List<Phrase> label(List<Phrase> phrases, SpeechSegment audio, float[] probabilities)
      throws SpeechException {
    float[] samples = audio.samples();
    SampleRange range = new SampleRange(audio.start(), audio.start() + samples.length);
    hear(embedder.listen(audio.channel(), range, samples, probabilities));
    List<SpeakerTurn> turns = diarizer.diarize(new ArrayList<>(heard)).turns();
    List<SpeakerTurn> own = numbers.of(turns, SampleRange.millis(range.start()));
    if (own.isEmpty()) {
      return phrases; // too short to tell
    }
    return new SpeakerPhrases(own).label(phrases);
  }

  private void hear(BlockVoices block) {
    heard.add(block);
    stretches += block.stretches().size();
    while (stretches > MOST_STRETCHES && heard.size() > 1) {
      stretches -= heard.removeFirst().stretches().size();
      heard.getFirst().stretches().stream()
          .findFirst()
          .ifPresent(first -> numbers.forget(SampleRange.millis(first.start())));
    }
  }
}
