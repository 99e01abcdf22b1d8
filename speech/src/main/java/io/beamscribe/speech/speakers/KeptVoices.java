package io.beamscribe.speech.speakers;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.io.IOException;
import java.util.List;

/**
 * What is needed to tell the speakers of a file, again and in another way, without its audio.
 *
 * @param phrases as they were recognised, before they were cut at changes of the speaker
 * @param blocks what was heard of voices
 * @param model digest of the model that heard them; null in files of versions before
 */
public record KeptVoices(List<Phrase> phrases, List<BlockVoices> blocks, String model) {
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

  /**
   * The transcript with other speakers; all else stays.
   *
   * @param known by which they get names; null where they are to have none
   * @throws IllegalArgumentException where the known voices were heard by another model
   */
  public Transcript speakers(Transcript transcript, SpeakerOptions options, KnownVoices known) {
    if (known != null && model != null && known.ofOtherModel(model).isPresent()) {
      throw new IllegalArgumentException("known voices of another model");
    }
    FileSpeakers speakers = new Diarizer(options).tell(blocks);
    return new Transcript(
        transcript.source(),
        transcript.timestamp(),
        transcript.durationMilliseconds(),
        transcript.channels(),
        new SpeakerPhrases(speakers.turns()).label(phrases),
        transcript
            .provenance()
            .withSpeakers(
                speakers.turns(), known == null ? null : known.identify(speakers.voices())));
  }
}
