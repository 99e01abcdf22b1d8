// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

/** How the sentiment of a text is found. Thread-safe. */
public interface SentimentEngine extends AutoCloseable {
  /** The name of no engine. */
  String NONE = "none";

  /** Its name and version. */
  String name();

  /** The sentiment of a text; neutral if it holds nothing that the engine knows. */
  Sentiment of(String text);

  /** Gives back what it holds; it is not used after that. */
  @Override
  default void close() {}
}
