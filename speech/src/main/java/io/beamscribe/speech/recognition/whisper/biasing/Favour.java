// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import java.util.function.IntConsumer;

/**
 * What a hypothesis has of words that are favoured. They earn when they are complete; until then
 * there is only hope, which ends with a token that does not go on with one. All is in natural
 * logarithms of probability. Immutable.
 */
public interface Favour {
  /** What complete words earn. */
  double earned();

  /** What it earns if the word that it is in becomes the most valuable one. */
  double hoped();

  /** What it earns if the text ends here. */
  double atEnd();

  /** Places of a beam that may go by hope, at most. */
  int places();

  /** With another token. */
  Favour with(int token);

  /** Gives tokens that are favoured next; some may come twice. */
  void listed(IntConsumer tokens);
}
