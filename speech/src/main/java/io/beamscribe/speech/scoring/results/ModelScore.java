// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.confidence.Calibration;
import io.beamscribe.speech.scoring.conversations.DiarizationCounts;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one model made of some files. Immutable.
 *
 * @param words edits of words
 * @param characters edits of characters, without spaces
 * @param sentences utterances of the reference
 * @param sentenceErrors utterances with at least one edit
 * @param tokens errors in the text for readers, of files whose reference is one
 * @param cp edits with the best assignment of speakers; of conversations only
 * @param tcp the same with times
 * @param diarization of files whose reference has speakers and times
 * @param languages files whose language is known and was looked for
 * @param rightLanguages those of which most was recognised as this language
 * @param times of words
 * @param calibration of the confidences of words
 * @param speakers by speaker of the reference
 * @param channels by channel, from 0
 */
public record ModelScore(
    EditCounts words,
    EditCounts characters,
    long sentences,
    long sentenceErrors,
    TokenErrors tokens,
    EditCounts cp,
    EditCounts tcp,
    DiarizationCounts diarization,
    long languages,
    long rightLanguages,
    WordTimes times,
    Calibration calibration,
    Map<String, PartScore> speakers,
    Map<String, PartScore> channels)
    implements Serializable {
  public static final ModelScore NONE =
      new ModelScore(
          EditCounts.NONE,
          EditCounts.NONE,
          0,
          0,
          TokenErrors.NONE,
          EditCounts.NONE,
          EditCounts.NONE,
          DiarizationCounts.NONE,
          0,
          0,
          WordTimes.NONE,
          Calibration.NONE,
          Map.of(),
          Map.of());

  public ModelScore plus(ModelScore other) {
    return new ModelScore(
        words.plus(other.words),
        characters.plus(other.characters),
        sentences + other.sentences,
        sentenceErrors + other.sentenceErrors,
        tokens.plus(other.tokens),
        cp.plus(other.cp),
        tcp.plus(other.tcp),
        diarization.plus(other.diarization),
        languages + other.languages,
        rightLanguages + other.rightLanguages,
        times.plus(other.times),
        calibration.plus(other.calibration),
        sum(speakers, other.speakers),
        sum(channels, other.channels));
  }

  private static Map<String, PartScore> sum(
      Map<String, PartScore> one, Map<String, PartScore> other) {
    Map<String, PartScore> sum = new TreeMap<>(one);
    other.forEach((key, counts) -> sum.merge(key, counts, PartScore::plus));
    return sum;
  }
}
