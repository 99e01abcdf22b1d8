package io.beamscribe.speech.transcript;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.recognition.Phrase;
import io.beamscribe.speech.speakers.BlockVoices;
import io.beamscribe.speech.speakers.Diarizer;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.speakers.SpeakerTurn;
import java.io.IOException;
import java.util.List;

/**
 * What is needed to tell the speakers of a file, again and in another way, without its audio.
 *
 * @param phrases as they were recognised, before they were cut at changes of the speaker
 * @param blocks what was heard of voices
 */
public record KeptVoices(List<Phrase> phrases, List<BlockVoices> blocks) {
  public KeptVoices {
    phrases = List.copyOf(phrases);
    blocks = List.copyOf(blocks);
  }

  /** Reads what {@link #json} gave. Throws {@link IOException} where it is anything else. */
  public static KeptVoices read(byte[] json) throws IOException {
    try {
      return Json.read(json, KeptVoices.class);
    } catch (NullPointerException | IllegalArgumentException e) {
      throw new IOException("these are no kept voices", e);
    }
  }

  /** Compact JSON without any loss. */
  public byte[] json() {
    return Json.writeCompact(this);
  }

  /** The transcript with other speakers; all else stays. */
  public Transcript speakers(Transcript transcript, SpeakerOptions options) {
    List<SpeakerTurn> turns = new Diarizer(options).turns(blocks);
    return new Transcript(
        transcript.source(),
        transcript.timestamp(),
        transcript.durationMilliseconds(),
        transcript.channels(),
        new SpeakerPhrases(turns).label(phrases),
        transcript.provenance().withTurns(turns));
  }
}
