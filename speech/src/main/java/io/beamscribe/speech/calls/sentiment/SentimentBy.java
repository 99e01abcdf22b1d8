// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

/** How users want sentiment found. */
public enum SentimentBy {
  /** By a list of words. */
  VADER,
  /** By a model of sentences. */
  MINILM
}
