// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a session.
 *
 * @param phrase null if nothing was said
 * @param resume where the session goes on after this; null if that is where it was
 * @param ended whether the session is over
 * @param fault what could not be recognised, as a sentence; null if all could
 * @param done offsets of the messages of which nothing is needed any more
 */
record LiveEvent(
    @Nullable LivePhrase phrase,
    @Nullable Resume resume,
    boolean ended,
    @Nullable String fault,
    List<Long> done) {
  static LiveEvent of(LivePhrase phrase) {
    return new LiveEvent(phrase, null, false, null, List.of());
  }

  static LiveEvent fault(String sentence) {
    return new LiveEvent(null, null, false, sentence, List.of());
  }

  static LiveEvent done(List<Long> messages) {
    return new LiveEvent(null, null, false, null, messages);
  }
}
