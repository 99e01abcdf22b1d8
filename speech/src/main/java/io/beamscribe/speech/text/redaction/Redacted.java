// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.transcript.Phrase;
import java.io.Serializable;
import java.util.List;

/**
 * A transcript without personal data. Immutable.
 *
 * @param phrases as many as before, in the same order
 * @param entities what was found, by phrase and word
 */
public record Redacted(List<Phrase> phrases, List<Entity> entities) implements Serializable {
  public Redacted {
    phrases = List.copyOf(phrases);
    entities = List.copyOf(entities);
  }
}
