package io.beamscribe.speech.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beamscribe.speech.audio.AudioFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a transcript comes from: the object {@code beamscribe} of the result. Nothing in it depends
 * on the run (runner, parallelism, times).
 *
 * @param version of Beamscribe's result format and code
 * @param model id of the model, or the last part of its address
 * @param modelDigest identity of the model's content
 * @param locale of the speech, such as {@code ko-KR}; where the engine told several languages
 *     apart, all of them, divided by commas, that of which most was said first; {@code und} where
 *     there was nothing to tell it by
 * @param models which locales were heard by other models than that one
 * @param task {@code transcribe}, or {@code translate} where the text is a translation; null in
 *     documents of versions that knew no tasks
 * @param fingerprint of audio, model and options
 * @param speechShare recognised part of the tracks' length, 0 to 1
 * @param flags what a reader should know of stretches of the audio
 * @param turns who speaks when; null where that was not asked
 * @param speakers whose voices they have; null where that was not asked
 */
public record Provenance(
    String version,
    String engine,
    String model,
    String modelDigest,
    String locale,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ModelUse> models,
    String task,
    String fingerprint,
    AudioFacts audio,
    double speechShare,
    List<SegmentSpan> segments,
    List<FlagSpan> flags,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<SpeakerTurn> turns,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<IdentifiedSpeaker> speakers) {
  public Provenance {
    segments = List.copyOf(segments);
    // Documents of earlier versions have neither.
    models = models == null ? List.of() : List.copyOf(models);
    flags = flags == null ? List.of() : List.copyOf(flags);
    turns = turns == null ? null : List.copyOf(turns);
    speakers = speakers == null ? null : List.copyOf(speakers);
  }

  /** The same with other speakers, and with flags where these speak at once. */
  public Provenance withSpeakers(List<SpeakerTurn> told, List<IdentifiedSpeaker> identified) {
    List<FlagSpan> marked = new ArrayList<>(Overlaps.flags(told));
    flags.stream().filter(flag -> !flag.kind().equals(Overlaps.KIND)).forEach(marked::add);
    marked.sort(
        Comparator.comparingInt(FlagSpan::channel).thenComparingLong(FlagSpan::offsetMilliseconds));
    return new Provenance(
        version,
        engine,
        model,
        modelDigest,
        locale,
        models,
        task,
        fingerprint,
        audio,
        speechShare,
        segments,
        marked,
        told,
        identified);
  }
}
