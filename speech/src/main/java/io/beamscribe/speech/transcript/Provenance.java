// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static java.util.stream.Collectors.groupingBy;

import io.beamscribe.speech.audio.AudioFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The provenance of a transcript: the object {@code beamscribe} of the result. Nothing in it
 * depends on the run (runner, parallelism, times). Immutable.
 *
 * @param version of Beamscribe's result format and code
 * @param model id of the model, or the last part of its address
 * @param modelDigest identity of the model's content
 * @param locale of the speech, such as {@code ko-KR}; if several languages were identified, all of
 *     them separated by commas, the one spoken most first; {@code und} if there was no speech to
 *     identify
 * @param models locales that other models than that one recognised
 * @param task {@code transcribe}, or {@code translate} if the text is a translation; null in
 *     documents of versions without tasks
 * @param fingerprint of audio, model and options
 * @param speechShare recognised part of the tracks' length, 0 to 1
 * @param flags what readers should know about parts of the audio
 * @param turns who speaks when; null without diarization
 * @param speakers identity of each speaker; null if speakers were not identified
 * @param text how the text was written; null in documents of versions that wrote it as recognised
 */
public record Provenance(
    String version,
    String engine,
    String model,
    String modelDigest,
    String locale,
    List<ModelUse> models,
    String task,
    String fingerprint,
    AudioFacts audio,
    double speechShare,
    List<SegmentSpan> segments,
    List<Flag> flags,
    @Nullable List<SpeakerTurn> turns,
    @Nullable List<IdentifiedSpeaker> speakers,
    @Nullable TextProvenance text) {
  private static final String TRANSLATE = "translate";

  /** Of translations. */
  private static final String ENGLISH = "en-US";

  /** Kinds of flags that diarization gives. */
  private static final Set<String> OF_SPEAKERS =
      Set.of(Overlaps.KIND, UncertainSpeakers.KIND, Flag.ECHO, Flag.MISSING_SPEAKERS);

  public Provenance {
    models = List.copyOf(models);
    segments = List.copyOf(segments);
    flags = List.copyOf(flags);
    turns = turns == null ? null : List.copyOf(turns);
    speakers = speakers == null ? null : List.copyOf(speakers);
  }

  /** The language of what is written, the one spoken most: a translation is English. */
  public String language() {
    return translated() ? ENGLISH : locale.split(",")[0];
  }

  /** The language that a phrase is written in. */
  public String language(Phrase phrase) {
    return translated() || phrase.locale() == null ? language() : phrase.locale();
  }

  /** Whether the text is a translation. */
  public boolean translated() {
    return TRANSLATE.equals(task);
  }

  /**
   * A copy with other speakers, and with flags where they overlap or are uncertain.
   *
   * @param others flags of what they did not say, or of speakers who are missing
   */
  public Provenance withSpeakers(
      List<SpeakerTurn> newTurns, @Nullable List<IdentifiedSpeaker> identified, List<Flag> others) {
    List<Flag> marked = new ArrayList<>(others);
    marked.addAll(Overlaps.flags(newTurns));
    newTurns.stream()
        .collect(groupingBy(SpeakerTurn::channel))
        .values()
        .forEach(turnsOfOne -> marked.addAll(UncertainSpeakers.flags(turnsOfOne)));
    flags.stream().filter(flag -> !OF_SPEAKERS.contains(flag.kind())).forEach(marked::add);
    marked.sort(OnChannel.BY_CHANNEL_THEN_TIME);
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
        newTurns,
        identified,
        text);
  }

  /** A copy whose text was written in another way. */
  public Provenance withText(TextProvenance written) {
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
        flags,
        turns,
        speakers,
        written);
  }
}
