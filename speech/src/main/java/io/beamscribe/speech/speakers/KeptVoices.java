// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to repeat the diarization of a file with other options, without its audio.
 *
 * @param phrases as they were recognised, before they were cut at changes of the speaker
 * @param blocks voices of its blocks
 * @param model digest of the embedding model; null in files of earlier versions
 */
public record KeptVoices(List<Phrase> phrases, List<BlockVoices> blocks, String model) {
  public KeptVoices {
    phrases = List.copyOf(phrases);
    blocks = List.copyOf(blocks);
  }

  /**
   * Parses the output of {@link #json}.
   *
   * @throws SpeechException of kind {@link ErrorKind#INVALID_AUDIO} for anything else
   */
  public static KeptVoices read(byte[] json) throws SpeechException {
    try {
      KeptVoicesDocument document = Json.read(json, KeptVoicesDocument.class);
      if (document != null && document.blocks().stream().allMatch(BlockVoices::isWhole)) {
        return new KeptVoices(document.said(), document.blocks(), document.model());
      }
      throw damaged(null);
    } catch (IOException | NullPointerException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static SpeechException damaged(@Nullable Exception cause) {
    return new SpeechException(
        ErrorKind.INVALID_AUDIO, "Its saved embeddings are damaged; transcribe it again.", cause);
  }

  /** Compact, lossless JSON. */
  public byte[] json() {
    return Json.writeCompact(KeptVoicesDocument.of(phrases, blocks, model));
  }

  /**
   * Returns the transcript with other speakers; everything else stays.
   *
   * @param known voices to name them by; null for no names
   * @throws IllegalArgumentException if the known voices are of another model
   */
  public Transcript speakers(
      Transcript transcript, SpeakerOptions options, @Nullable KnownVoices known) {
    if (known != null && model != null && known.ofOtherModel(model).isPresent()) {
      throw new IllegalArgumentException("known voices of another model");
    }
    FileSpeakers speakers = new Diarizer(options).diarize(blocks);
    SpeakerPhrases said = new SpeakerPhrases(speakers.turns(), speakers.nobodys());
    List<Phrase> labelled = said.label(phrases);
    List<Flag> flags = new ArrayList<>(said.leftOut());
    if (speakers.missing() > 0 && options.minSpeakers() > 1) { // one is what is not asked for
      flags.add(missing(speakers, options, transcript.durationMilliseconds()));
    }
    return new Transcript(
        transcript.source(),
        transcript.timestamp(),
        transcript.durationMilliseconds(),
        transcript.channels(),
        labelled,
        requireNonNull(transcript.provenance())
            .withSpeakers(
                speakers.turns(), known == null ? null : known.identify(speakers.voices()), flags));
  }

  private static Flag missing(FileSpeakers found, SpeakerOptions options, long end) {
    int channel = found.turns().isEmpty() ? 0 : found.turns().get(0).channel();
    int least = options.minSpeakers();
    String detail = (least - found.missing()) + " of at least " + least + " speakers are heard.";
    return new Flag(Flag.MISSING_SPEAKERS, channel, 0, end, detail);
  }
}
