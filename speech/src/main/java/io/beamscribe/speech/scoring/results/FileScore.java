// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import io.beamscribe.speech.scoring.statistics.MatchedPairs;
import java.io.Serializable;
import java.util.List;

/**
 * The score of one file.
 *
 * @param file as the reference names it
 * @param locale empty if unknown
 * @param audio address of the audio, as the result says; empty if unknown
 * @param problems what is wrong with this file, for people; an empty one for a model without
 * @param models of each model
 * @param pairs the comparison of two models
 * @param utterances word by word
 */
public record FileScore(
    String file,
    String locale,
    String audio,
    List<String> problems,
    List<ModelScore> models,
    MatchedPairs pairs,
    List<AlignedUtterance> utterances)
    implements Serializable {

  /** Errors of all models. */
  public long errors() {
    return models.stream().mapToLong(model -> model.words().errors()).sum();
  }
}
