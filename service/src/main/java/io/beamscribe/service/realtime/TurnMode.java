// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import java.util.Locale;

/** How a client wants to be answered. */
enum TurnMode {
  /** One utterance, as one phrase. */
  INTERACTIVE,
  /** Phrases until the audio ends. */
  CONVERSATION,
  /** The same, with punctuation that is spoken. */
  DICTATION;

  /** The mode in a path of the first version; conversation for other paths. */
  static TurnMode ofPath(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("/interactive/")
        ? INTERACTIVE
        : lower.contains("/dictation/") ? DICTATION : CONVERSATION;
  }
}
