// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import io.beamscribe.speech.transcript.ModelUse;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.TextProvenance;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The object {@code beamscribe} of a result document, member by member in the order written: a
 * {@link Provenance} with times in the format of the service. Documents of earlier versions lack
 * {@code models}, {@code flags} and {@code text}.
 */
record ProvenanceObject(
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
    List<Segment> segments,
    List<Flagged> flags,
    @Nullable List<Turn> turns,
    @Nullable List<IdentifiedSpeaker> speakers,
    @Nullable TextProvenance text) {

  record Segment(int channel, long offsetMilliseconds, long durationMilliseconds) {}

  record Flagged(
      String kind,
      int channel,
      long offsetMilliseconds,
      long durationMilliseconds,
      String detail) {}

  record Turn(int speaker, int channel, long offsetMilliseconds, long durationMilliseconds) {}

  static ProvenanceObject of(Provenance from) {
    return new ProvenanceObject(
        from.version(),
        from.engine(),
        from.model(),
        from.modelDigest(),
        from.locale(),
        from.models(),
        from.task(),
        from.fingerprint(),
        from.audio(),
        from.speechShare(),
        each(
            from.segments(),
            segment ->
                new Segment(
                    segment.channel(),
                    segment.startMilliseconds(),
                    segment.durationMilliseconds())),
        each(
            from.flags(),
            flag ->
                new Flagged(
                    flag.kind(),
                    flag.channel(),
                    flag.startMilliseconds(),
                    flag.durationMilliseconds(),
                    flag.detail())),
        from.turns() == null
            ? null
            : each(
                from.turns(),
                turn ->
                    new Turn(
                        turn.speaker(),
                        turn.channel(),
                        turn.startMilliseconds(),
                        turn.durationMilliseconds())),
        from.speakers(),
        from.text());
  }

  Provenance provenance() {
    return new Provenance(
        version,
        engine,
        model,
        modelDigest,
        locale,
        models == null ? List.of() : models,
        task,
        fingerprint,
        audio,
        speechShare,
        each(
            segments,
            segment ->
                new SegmentSpan(
                    segment.channel(),
                    segment.offsetMilliseconds(),
                    segment.offsetMilliseconds() + segment.durationMilliseconds())),
        flags == null
            ? List.of()
            : each(
                flags,
                flag ->
                    new Flag(
                        flag.kind(),
                        flag.channel(),
                        flag.offsetMilliseconds(),
                        flag.offsetMilliseconds() + flag.durationMilliseconds(),
                        flag.detail() == null ? "" : flag.detail())),
        turns == null
            ? null
            : each(
                turns,
                turn ->
                    new SpeakerTurn(
                        turn.speaker(),
                        turn.channel(),
                        turn.offsetMilliseconds(),
                        turn.offsetMilliseconds() + turn.durationMilliseconds())),
        speakers,
        text);
  }

  private static <A, B> List<B> each(List<A> list, Function<A, B> change) {
    return list.stream().map(change).toList();
  }
}
